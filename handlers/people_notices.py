"""Messages about who has come in, who was not meant, and who acts for a partner."""

from domain.people import Grant, Role
from handlers.callbacks import LinkDeny, MyPartner
from handlers.forms.desk import Context
from handlers.link_screens import links_row
from handlers.rep_requests import request_screen
from handlers.say import Html, Say, join
from handlers.screen import Button, Screen
from handlers.telling import Maker, Telling
from handlers.words import role_name, to_list, to_menu
from storage.invitations import PARTNER_REP, Invitation
from storage.store import Store


async def used(telling: Telling) -> Screen | None:
    """To whoever made the link: somebody has come in by it. Where names may not be shown, what they are is enough."""
    found, say = await _invitation(telling), telling.say
    if found is None or found.used_by is None or found.revoked_at is not None:
        return None
    facts = await (_rep if found.role == PARTNER_REP else _colleague)(found, telling)
    wrong = Button(say.plain("links-button-wrong"), LinkDeny(token=found.token))
    return Screen(join(facts, say("links-used-wrong"), by="\n\n"), ((wrong,),))


async def denied(telling: Telling) -> Screen | None:
    """To who came in by a link that was meant for another."""
    found, say = await _invitation(telling), telling.say
    if found is None:
        return None
    if found.partner_id is None:
        return Screen(say("links-denied-you-staff", role=await _role(found, telling.store, say)), (to_list(say),))
    partner = await telling.store.partners.get(found.partner_id)
    return Screen(say("links-denied-you", partner=partner.short_name), (to_list(say),))


async def asked(telling: Telling) -> Screen | None:
    """To the staff: somebody asks to represent an organisation; nothing once that is decided."""
    request = await telling.store.rep_requests.get(telling.row.subject)
    return await request_screen(_context(telling), request) if request.state == "open" else None


async def answered(telling: Telling) -> Screen | None:
    """To who asked."""
    say, request = telling.say, await telling.store.rep_requests.get(telling.row.subject)
    if request.state == "approved" and request.partner_id is not None:
        partner = await telling.store.partners.get(request.partner_id)
        mine = Button(say.plain("home-button-partner"), MyPartner(partner_id=partner.id))
        return Screen(say("asking-answer-yes", partner=partner.short_name), ((mine,),))
    contact = telling.library.operator.contact
    no = say("asking-answer-no", organisation=request.organisation)
    return Screen(join(no, say("asking-answer-contact", contact=contact) if contact else None), (to_menu(say),))


async def left(telling: Telling) -> Screen | None:
    """To the staff: somebody no longer acts for a partner; whether anybody still does is as it is now."""
    say, partner = telling.say, await telling.store.partners.get(telling.row.subject)
    there = await telling.store.partners.representatives([partner.id])
    state = say("mine-told-others", number=len(there)) if there else say("mine-told-nobody")
    links = links_row(_context(telling), partner.id)
    return Screen(join(say("mine-told-left", partner=partner.short_name), state), (links,))


async def primary(telling: Telling) -> Screen | None:
    """To the deputy who has become the primary, and still is."""
    say, partner = telling.say, await telling.store.partners.get(telling.row.subject)
    people = await telling.store.partners.representatives([partner.id])
    if not any(one.is_primary for one in people if one.member_id == telling.person.id):
        return None
    mine = Button(say.plain("home-button-partner"), MyPartner(partner_id=partner.id))
    return Screen(say("mine-told-primary", partner=partner.short_name), ((mine,),))


def _context(telling: Telling) -> Context:
    return Context(telling.store, telling.person, telling.say, telling.library, telling.now)


async def _invitation(telling: Telling) -> Invitation | None:
    return await telling.store.invitations.find(telling.row.args["token"])


async def _rep(found: Invitation, telling: Telling) -> Html | None:
    store, say = telling.store, telling.say
    partner = await store.partners.get(found.partner_id or 0)
    rep = next((one for one in await store.partners.reps(partner.id) if one.member_id == found.used_by), None)
    used = "links-used-by-colleague" if await _is_of_a_colleague(found, telling) else "links-used"
    named = telling.library.personal_data_in_chat and rep is not None
    position = rep.fields.position if rep else None
    name = rep.called if named and rep else None
    account = rep.account if named and rep and rep.account != name else None
    return join(
        say(used, partner=partner.short_name),
        say("links-used-position", position=position) if position else None,
        say("links-used-name", name=name) if name else None,
        say("links-used-account", name=account) if account else None,
    )


async def _is_of_a_colleague(found: Invitation, telling: Telling) -> bool:
    """Whether the recipient keeps the partner up, and one who acts for it has made the link."""
    maker = await telling.store.members.find(found.created_by) if found.created_by else None
    is_rep = maker is not None and found.partner_id in maker.partner_ids
    return is_rep and maker is not None and maker.id != telling.person.id


async def _colleague(found: Invitation, telling: Telling) -> Html:
    say = telling.say
    person = await telling.store.members.find(found.used_by or 0)
    name = person.name if person and telling.library.personal_data_in_chat else None
    role = await _role(found, telling.store, say)
    return join(say("links-used-staff", role=role), say("links-used-name", name=name) if name else None)


async def _role(found: Invitation, store: Store, say: Say) -> str:
    branches = {branch.id: branch for branch in await store.branches.all()}
    return role_name(Grant(Role(found.role), found.branch_id), branches, say)


MAKERS: dict[str, Maker] = {
    "invitation-used": used,
    "invitation-denied": denied,
    "rep-asked": asked,
    "rep-answered": answered,
    "rep-left": left,
    "rep-primary": primary,
}
SILENT: frozenset[str] = frozenset()
