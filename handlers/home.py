"""The first screen and the help: who I am, and what this person can do here."""

from domain.people import Person
from domain.rights import Act, may
from handlers.callbacks import (
    ConsentTick,
    EventList,
    EventNew,
    LetterList,
    MyList,
    MyPartners,
    PartnerList,
    PeriodOpen,
    PrivacyOpen,
    RepAsk,
    SettingsOpen,
    StaffOpen,
    SurveyList,
    SurveysOpen,
)
from handlers.context import Library
from handlers.doors import DOORS, is_offered, opens
from handlers.say import Html, Say, join
from handlers.screen import Button, Row, Screen

DESCRIPTIONS = {
    "start": "home-command-start",
    "help": "home-command-help",
    "events": "home-command-events",
    "new": "home-command-new",
    "partners": "home-command-partners",
    "survey": "home-command-survey",
    "my": "home-command-my",
    "settings": "home-command-settings",
    "privacy": "home-command-privacy",
    "staff": "home-command-staff",
    "health": "home-command-health",
    "cancel": "home-command-cancel",
}
"""Every command in the order of the menu, with what it does."""


def commands_for(person: Person | None, say: Say) -> list[tuple[str, str]]:
    """The commands that this person's roles allow, each with what it does, for the messenger's menu."""
    return [(name, say.plain(what)) for name, what in DESCRIPTIONS.items() if is_offered(name, person)]


def home_screen(person: Person | None, library: Library, say: Say, note: Html | None = None) -> Screen:
    """Who we are, and two or three buttons by role; `note` stands above."""
    if person is None:
        text = say("home-stranger", library=library.name)
        return Screen(join(note, text, by="\n\n"), (_events(say), _meet(say), _representing(None, say)))
    text = say("home-staff" if person.is_staff else "home-person", library=library.name)
    rows = (*_work(person, say), _events(say), _mine(say), _representing(person, say))
    return Screen(join(note, text, by="\n\n"), rows)


def help_screen(person: Person | None, say: Say) -> Screen:
    """Every command with its meaning, and where to go."""
    lines = [say("home-help-line", command=name, what=what) for name, what in commands_for(person, say)]
    return Screen(join(say("home-help"), join(*lines), by="\n\n"), (_events(say),))


def stranger_screen(say: Say) -> Screen:
    """For a command that needs to know who asks."""
    return Screen(say("home-unknown"), (_meet(say), _events(say)))


def not_for_you(person: Person, say: Say) -> Screen:
    """For a command that the role does not allow; a colleague is not told to become one."""
    words = "home-not-your-role" if person.is_staff else "home-not-for-you"
    return Screen(say(words), (_events(say), _mine(say)))


def _work(person: Person, say: Say) -> tuple[Row, ...]:
    """What the person works with here."""
    word = "home-button-new" if may(person, Act.REGISTER_EVENT) else "home-button-propose"
    new = (Button(say.plain(word), EventNew()),) if opens(DOORS[EventNew], person) else ()
    letters = (Button(say.plain("home-button-letters"), LetterList()),) if opens(DOORS[LetterList], person) else ()
    partners = (Button(say.plain("home-button-partners"), PartnerList()),) if may(person, Act.SEE_PARTNERS) else ()
    staff = (Button(say.plain("home-button-staff"), StaffOpen()),) if opens(DOORS[StaffOpen], person) else ()
    surveys = (Button(say.plain("home-button-surveys"), SurveysOpen()),) if may(person, Act.MANAGE_SURVEYS) else ()
    asked = (Button(say.plain("home-button-asked"), SurveyList()),) if person.partner_ids else ()
    reports = (Button(say.plain("home-button-reports"), PeriodOpen(span=1, at=0)),)
    handed_in = reports if opens(DOORS[PeriodOpen], person) else ()
    return (new, (*partners, *letters), (*surveys, *handed_in), staff, asked)


def _representing(person: Person | None, say: Say) -> Row:
    """For who acts for an organisation, and for who may and does not yet; the staff lets others in."""
    if person is not None and person.partner_ids:
        return (Button(say.plain("home-button-partner"), MyPartners()),)
    if person is not None and person.is_staff:
        return ()
    return (Button(say.plain("home-button-represent"), RepAsk()),)


def _events(say: Say) -> Row:
    return (Button(say.plain("home-button-events"), EventList()),)


def _meet(say: Say) -> Row:
    return (Button(say.plain("home-button-meet"), ConsentTick(adult=0, naming=0)),)


def _mine(say: Say) -> Row:
    settings = Button(say.plain("home-button-settings"), SettingsOpen())
    return (
        Button(say.plain("home-button-my"), MyList()),
        settings,
        Button(say.plain("home-button-privacy"), PrivacyOpen()),
    )
