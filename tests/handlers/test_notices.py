"""Every kind of message has one maker."""

from handlers.notices import MAKERS, POSTERS, SILENT, TELLERS


def test_no_two_modules_make_the_same_kind() -> None:
    assert len(MAKERS) == sum(len(module.MAKERS) for module in TELLERS)


def test_only_what_is_made_can_be_silent() -> None:
    assert {*MAKERS, *POSTERS} >= SILENT
