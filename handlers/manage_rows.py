"""What can be done with an event, row by row, as it stands."""

from domain.event import Event
from domain.life import ACTS, ANNOUNCED, HIDDEN, Status, may_step
from domain.rights import may
from handlers.callbacks import (
    CancelAsk,
    CapacityOpen,
    DeliveryOpen,
    DoorOpen,
    EventChange,
    EventMove,
    EventOpen,
    EventPublish,
    EventRepeat,
    EventReturn,
    FeedbackList,
    GuestList,
    ManageGroups,
    ManageInvite,
    ManageLink,
    PapersOpen,
    PeopleList,
    ProgrammeOpen,
    ReportFill,
    ReportOpen,
    SeriesOpen,
    TemplateKeep,
    WriteEvent,
)
from handlers.card import Viewer
from handlers.say import Say
from handlers.screen import Button, Row


def manage_rows(event: Event, viewer: Viewer, say: Say) -> tuple[Row, ...]:
    """At most eight rows."""
    delivery = Button(say.plain("manage-button-delivery"), DeliveryOpen(event_id=event.id))
    last = (_again(event, say), (card_button(event, say), delivery))
    if event.is_over:
        rest = (_programme(event, say), (_write(event, say),), _called_off(event, viewer, say), *last)
        return (_results(event, say), _people(event, say), *rest)
    first = (_announcing(event, viewer, say), _changing(event, say))
    planned = () if event.is_cancelled else _programme(event, say)
    return (*first, spreading(event, say), _people(event, say), planned, *_writing(event, say), *last)


def _again(event: Event, say: Say) -> Row:
    """Another one like it, and other dates of it."""
    if event.status in HIDDEN:
        return ()
    dates = Button(say.plain("manage-button-dates"), SeriesOpen(event_id=event.id))
    repeat = Button(say.plain("manage-button-repeat"), EventRepeat(event_id=event.id))
    again = (repeat, Button(say.plain("manage-button-template"), TemplateKeep(event_id=event.id)))
    return (dates, *again) if event.is_open else again


def card_button(event: Event, say: Say) -> Button:
    return Button(say.plain("manage-button-card"), EventOpen(event_id=event.id))


def spreading(event: Event, say: Say) -> Row:
    """How people get to know of it."""
    if event.is_cancelled:
        return ()
    partners = ManageInvite(event_id=event.id)
    if event.status in HIDDEN:
        return (Button(say.plain("manage-button-partners"), partners),)
    link = Button(say.plain("manage-button-link"), ManageLink(event_id=event.id))
    groups = Button(say.plain("manage-button-groups"), ManageGroups(event_id=event.id))
    return (Button(say.plain("manage-button-invite"), partners), link, groups)


def announcing_key(event: Event, viewer: Viewer) -> str:
    """«Опубликовать», or «На проверку» for who needs one."""
    review = viewer.library.policy.events.review
    announces = may(viewer.person, ACTS[review], event.fields.branch_id)
    return "manage-button-publish" if announces else "manage-button-hand-in"


def _announcing(event: Event, viewer: Viewer, say: Say) -> Row:
    publish = EventPublish(event_id=event.id, sure=0)
    if event.status in {Status.DRAFT, Status.AGREEING}:
        return (Button(say.plain(announcing_key(event, viewer)), publish),)
    if event.status is not Status.REVIEW:
        return ()
    review = viewer.library.policy.events.review
    here = event.fields.branch_id
    may_publish = may_step(viewer.person, (Status.REVIEW, Status.PUBLISHED), here, review)
    may_return = may_step(viewer.person, (Status.REVIEW, Status.DRAFT), here, review)
    yes = (Button(say.plain("manage-button-publish"), publish),) if may_publish else ()
    no = (Button(say.plain("manage-button-return"), EventReturn(event_id=event.id)),) if may_return else ()
    return (*yes, *no)


def _changing(event: Event, say: Say) -> Row:
    if event.is_cancelled:
        return ()
    change = Button(say.plain("manage-button-change"), EventChange(event_id=event.id))
    move = Button(say.plain("manage-button-move"), EventMove(event_id=event.id))
    cancel = Button(say.plain("manage-button-cancel"), CancelAsk(event_id=event.id))
    return (change, move, cancel)


def _programme(event: Event, say: Say) -> Row:
    programme = Button(say.plain("manage-button-programme"), ProgrammeOpen(event_id=event.id))
    door = Button(say.plain("manage-button-door"), DoorOpen(event_id=event.id))
    papers = Button(say.plain("manage-button-papers"), PapersOpen(event_id=event.id))
    return (programme, papers) if event.status in HIDDEN else (programme, papers, door)


def _people(event: Event, say: Say) -> Row:
    guests = Button(say.plain("manage-button-guests"), GuestList(event_id=event.id))
    people = Button(say.plain("manage-button-participants"), PeopleList(event_id=event.id))
    if not event.is_open:
        return (guests, people)
    return (guests, people, Button(say.plain("manage-button-seats"), CapacityOpen(event_id=event.id)))


def _results(event: Event, say: Say) -> Row:
    """What it came to: to be said, or as it was said; and what people say."""
    words = Button(say.plain("manage-button-feedback"), FeedbackList(event_id=event.id))
    if event.status is Status.REPORTED:
        return (Button(say.plain("manage-button-results"), ReportOpen(event_id=event.id)), words)
    return (Button(say.plain("manage-button-report"), ReportFill(event_id=event.id)), words)


def _called_off(event: Event, viewer: Viewer, say: Say) -> Row:
    """It did not take place, though nobody said so in time; or was moved."""
    review, step = viewer.library.policy.events.review, (event.status, Status.CANCELLED)
    off = Button(say.plain("manage-button-not-held"), CancelAsk(event_id=event.id))
    move = Button(say.plain("manage-button-move"), EventMove(event_id=event.id))
    moves = (move,) if event.status is Status.HELD else ()
    return (*moves, *((off,) if may_step(viewer.person, step, event.fields.branch_id, review) else ()))


def _writing(event: Event, say: Say) -> tuple[Row, ...]:
    """To guests, once there can be any; to partners who have not answered, as long as they may."""
    remind = Button(say.plain("manage-button-remind"), WriteEvent(event_id=event.id, whom=1))
    asked = bool(event.fields.partners) and event.status in {Status.AGREEING, Status.PUBLISHED}
    reached = event.status in ANNOUNCED or event.is_cancelled
    return ((_write(event, say),) if reached else (), (remind,) if asked else ())


def _write(event: Event, say: Say) -> Button:
    return Button(say.plain("manage-button-write"), WriteEvent(event_id=event.id, whom=0))
