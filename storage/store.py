"""Everything that is kept, behind one object. The only place that knows a database."""

from collections.abc import Collection

from domain.policy import Policy
from storage.acquaintance import Acquaintance
from storage.actions import Actions
from storage.agenda import Agenda
from storage.agreements import Agreements
from storage.at_hand import AtHand
from storage.audit import Audit
from storage.broadcasts import Broadcasts
from storage.cards import Cards, Chats
from storage.chasing import Chasing
from storage.chores import Chores
from storage.cleaning import clean
from storage.conversations import Conversations
from storage.database import connect
from storage.digests import Digests
from storage.door import Door
from storage.drafts import Drafts
from storage.erasing import Erasures
from storage.events import Events
from storage.feedback import Feedback
from storage.feeds import Feeds
from storage.health import Health
from storage.inbox import Inbox
from storage.invitations import Invitations
from storage.joint import Joint
from storage.journal import Journal
from storage.keeping import Keeping
from storage.library import Branches
from storage.life import Life
from storage.listings import Listings
from storage.members import Members
from storage.menus import Menus
from storage.minutes import MinutesBook
from storage.outbox import Outbox
from storage.page_links import PageLinks
from storage.participants import Participants
from storage.partner_imports import PartnerImports
from storage.partners import Partners
from storage.personal import Personal
from storage.posts import Posts
from storage.proposals import Proposals
from storage.questionnaires import Questionnaires
from storage.rep_requests import RepRequests
from storage.replicas import Replicas
from storage.reports import Reports
from storage.representing import Representing
from storage.responses import Responses
from storage.reviews import Reviews
from storage.rsvps import Rsvps
from storage.schedule import Reminders
from storage.series import Series
from storage.sign_up import SignUps
from storage.surveys import Surveys
from storage.tallies import Tallies
from storage.templates import Templates
from storage.troubles import Troubles
from storage.turns import Turns
from storage.welcome import Welcome


class Store:
    """The aggregates by name. `url` as in the settings; the schema must be at its newest (`storage.migrate`)."""

    def __init__(self, url: str, policy: Policy, admins: Collection[int] = ()) -> None:  # noqa: PLR0915 - a line each
        self._url = url
        self.db = connect(url)
        self.inbox = Inbox(self.db)
        self.replicas = Replicas(self.db)
        self.turns = Turns(self.db)
        self.outbox = Outbox(self.db)
        self.chores = Chores(self.db)
        self.conversations = Conversations(self.db)
        self.drafts = Drafts(self.db, policy)
        self.menus = Menus(self.db)
        self.members = Members(self.db, admins, policy)
        self.invitations = Invitations(self.db, admins)
        self.representing = Representing(self.db, admins)
        self.rep_requests = RepRequests(self.db, admins)
        self.branches = Branches(self.db)
        self.partners = Partners(self.db)
        self.acquaintance = Acquaintance(self.db)
        self.agreements = Agreements(self.db, policy, admins)
        self.partner_imports = PartnerImports(self.db)
        self.events = Events(self.db, policy, admins)
        self.at_hand = AtHand(self.db)
        self.templates = Templates(self.db)
        self.life = Life(self.db, policy, admins)
        self.joint = Joint(self.db, policy, admins)
        self.participants = Participants(self.db)
        self.agenda = Agenda(self.db)
        self.minutes = MinutesBook(self.db)
        self.actions = Actions(self.db, policy, admins)
        self.reports = Reports(self.db)
        self.journal = Journal(self.db)
        self.sign_ups = SignUps(self.db, policy, admins)
        self.feedback = Feedback(self.db)
        self.proposals = Proposals(self.db, admins)
        self.rsvps = Rsvps(self.db, policy)
        self.series = Series(self.db, policy, self.rsvps)
        self.door = Door(self.db, policy, self.rsvps)
        self.reminders = Reminders(self.db, policy)
        self.welcome = Welcome(self.db, self.members, self.rsvps, admins)
        self.broadcasts = Broadcasts(self.db, policy)
        self.questionnaires = Questionnaires(self.db)
        self.surveys = Surveys(self.db, policy)
        self.responses = Responses(self.db)
        self.chasing = Chasing(self.db)
        self.reviews = Reviews(self.db)
        self.tallies = Tallies(self.db)
        self.cards = Cards(self.db)
        self.chats = Chats(self.db)
        self.feeds = Feeds(self.db)
        self.listings = Listings(self.db)
        self.posts = Posts(self.db, admins)
        self.digests = Digests(self.db, policy)
        self.page_links = PageLinks(self.db)
        self.audit = Audit(self.db)
        self.personal = Personal(self.db)
        self.erasures = Erasures(self.db)
        self.health = Health(self.db)
        self.troubles = Troubles(self.db, admins)
        self.keeping = Keeping(self.db, frozenset(admins), policy)

    async def clean(self) -> bool:
        """Takes what was deleted out of the files too; False while somebody is in the way."""
        return await clean(self._url)

    async def close(self) -> None:
        await self.db.close()
