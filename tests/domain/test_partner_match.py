"""A file compared with the register: new, changed, the same, doubtful; and two files in any order."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.partner import Grade, PartnerFields, RepFields
from domain.partner_match import MOST_ALIKE, Change, Comparison, compare
from domain.partner_merge import KnownPartner, KnownRep, fuller, is_same_person
from domain.partner_preview import pieces, preview_of
from domain.partner_table import Fault, PartnerRow, PartnerTable, RepRow
from domain.person_name import PersonName
from domain.row_numbers import stretches

CENTRE = KnownPartner(7, PartnerFields("Центр развития образования города Твери", "ЦРО", "education", address="Тверь"))
ANNA = PersonName("Орлова", "Анна", "Ивановна")
BORIS = PersonName("Лапин", "Борис", "Ильич")


def row(name: str, *reps: RepRow, number: int = 2, aliases: Sequence[str] = (), **said: object) -> PartnerRow:
    return PartnerRow(number, name, said, tuple(aliases), (), reps)


def only(found: Comparison) -> Change:
    [change] = found.changes
    return change


def after(known: Sequence[KnownPartner], rows: Sequence[PartnerRow], *, merge: bool = False) -> list[KnownPartner]:
    """The register once the file has come in."""
    register = {one.id: one for one in known}
    for change in compare(rows, known, merge=merge).changes:
        key = change.known.id if change.known else max(register, default=0) + 1
        reps = {rep.id: rep for rep in (change.known.reps if change.known else ())}
        for one in change.reps:
            number = one.rep_id or max(reps, default=0) + 1
            reps[number] = KnownRep(number, one.after)
        register[key] = KnownPartner(key, change.after, tuple(reps.values()))
    return list(register.values())


def test_what_the_register_does_not_have_is_new() -> None:
    found = compare([row("Радио", RepRow(ANNA, {"position": "редактор"}), kind="radio")], [CENTRE])
    change = only(found)
    assert (found.new, found.same, change.changed) == (1, 0, ())
    assert change.after == PartnerFields("Радио", "Радио", "media", kind="radio")
    assert [one.after for one in change.reps] == [RepFields(ANNA, "редактор", is_primary=True)]


def test_sector_and_short_name_are_guessed_where_the_file_is_silent() -> None:
    fields = only(compare([row("МБОУ «Школа № 7»")], [])).after
    assert (fields.short_name, fields.sector, fields.kind) == ("Школа № 7", "education", None)


def test_what_says_nothing_else_is_the_same() -> None:
    found = compare([row(CENTRE.fields.name, address="Тверь"), row("ЦРО Твери", number=3)], [aliased("ЦРО Твери")])
    assert (found.changes, found.same, found.doubts) == ((), 1, ())


def aliased(*aliases: str) -> KnownPartner:
    return replace(CENTRE, fields=replace(CENTRE.fields, aliases=aliases))


def test_what_the_file_says_counts_and_what_changes_is_named() -> None:
    found = compare([row(CENTRE.fields.name, address="Москва", grade=Grade.PERMANENT)], [CENTRE])
    assert only(found).changed == ("address", "grade")
    assert found.changed == {"address": 1, "grade": 1}
    assert only(found).after.address == "Москва"


def test_an_alias_in_the_file_renames_what_the_register_has_under_it() -> None:
    change = only(compare([row("Центр образования", aliases=[CENTRE.fields.name])], [CENTRE]))
    assert (change.after.name, change.after.aliases) == ("Центр образования", (CENTRE.fields.name,))
    assert change.after.short_name == "ЦРО"


def test_a_short_name_that_nobody_gave_goes_with_the_name() -> None:
    known = KnownPartner(1, PartnerFields("Клуб", "Клуб", "culture"))
    assert only(compare([row("Клуб друзей", aliases=["Клуб"])], [known])).after.short_name == "Клуб друзей"


@pytest.mark.parametrize(
    "rows",
    [
        [row("А", aliases=["Клуб"]), row("Б", aliases=["Клуб"], number=3)],
        [row("А", aliases=["Клуб"]), row("Клуб", number=3)],
        [row("А", aliases=["Клуб", "Завод"])],
    ],
)
def test_an_alias_that_could_mean_several_joins_nobody(rows: list[PartnerRow]) -> None:
    known = [KnownPartner(n, PartnerFields(name, name, "other")) for n, name in enumerate(("Клуб", "Завод"), 1)]
    assert all(change.known is None for change in compare(rows, known).changes)


@pytest.mark.parametrize(
    "name",
    [
        "МБУ «Центр развития образования г. Твери»",
        'центр развития образования "города Твери"',
        "Центр развития образавания города Твери",
        "ЦРО",
    ],
)
def test_another_way_of_writing_is_doubtful_and_stays_apart(name: str) -> None:
    found = compare([row(name)], [CENTRE])
    [doubt] = found.doubts
    assert (doubt.number, doubt.key, doubt.other, doubt.is_same) == (2, 7, CENTRE.fields, None)
    assert found.new == 1


def test_merging_makes_the_name_an_alias_and_fills_what_is_empty() -> None:
    file = [row("МБУ «ЦРО»", address="Москва", site="cro.ru", short_name="Центр")]
    for change in (only(compare(file, [CENTRE], {(2, 7): True})), only(compare(file, [CENTRE], merge=True))):
        assert change.after == replace(CENTRE.fields, aliases=("МБУ «ЦРО»",), site="cro.ru")
    assert compare(file, [CENTRE], {(2, 7): False}, merge=True).new == 1


def test_of_an_abbreviation_alone_it_is_asked_and_nobody_merges_it_unasked() -> None:
    full = KnownPartner(7, PartnerFields("Центр социального обслуживания", "Центр соцобслуживания", "social_rehab"))
    for merge in (False, True):
        found = compare([row("ЦСО")], [full], merge=merge)
        [doubt] = found.doubts
        assert (doubt.key, doubt.is_same, doubt.is_faint, found.new) == (7, None, True, 1)
    assert only(compare([row("ЦСО")], [full], {(2, 7): True})).after.aliases == ("ЦСО",)


def test_an_answer_to_another_pair_counts_for_nothing() -> None:
    assert compare([row("МБУ «ЦРО»")], [CENTRE], {(2, 8): True}).new == 1


def test_one_that_may_be_several_is_held_beside_three_and_is_the_one_that_is_said() -> None:
    names = ["Радио «Волна»", "Радио-Волна", "Радио «Волны»", "Радиостанция «Волна»"]
    known = [KnownPartner(key, PartnerFields(name, name, "media")) for key, name in enumerate(names, 1)]
    row = PartnerRow(2, "МАУ «Радио Волна»", {})
    [doubt] = compare([row], known).doubts
    assert len(doubt.others) == MOST_ALIKE
    third = doubt.others[2][0]
    said = compare([row], known, {(2, third): True})
    assert [change.known and change.known.id for change in said.changes] == [third]
    assert [doubt.is_same for doubt in said.doubts] == [True]
    none = compare([row], known, {(2, doubt.key): False})
    assert (none.new, [doubt.is_same for doubt in none.doubts]) == (1, [False])
    assert compare([row], known, {(2, third): False}).doubts == (doubt,)


def test_two_names_of_one_file_may_be_the_same() -> None:
    rows = [
        row("Центр развития образования г. Твери", number=2),
        row("МБУ «Центр развития образования»", number=5, site="cro.ru"),
    ]
    [doubt] = compare(rows, []).doubts
    assert (doubt.number, doubt.key) == (5, -2)
    merged = only(compare(rows, [], {(5, -2): True})).after
    assert (merged.aliases, merged.site) == (("МБУ «Центр развития образования»",), "cro.ru")


def test_schools_of_other_numbers_are_other_schools() -> None:
    known = KnownPartner(1, PartnerFields("Школа № 12", "Школа № 12", "education"))
    assert not compare([row("Школа № 21")], [known]).doubts


def test_one_from_the_archive_comes_back_when_it_is_named_and_is_like_nobody() -> None:
    old = replace(CENTRE, is_archived=True)
    assert only(compare([row(old.fields.name)], [old])).changed == ("archived",)
    assert not compare([row("ЦРО")], [old]).doubts


def test_people_are_known_by_their_names_and_completed() -> None:
    known = replace(CENTRE, reps=(KnownRep(3, RepFields(PersonName("Орлова", initials="А.И."), is_primary=True)),))
    change = only(compare([row(CENTRE.fields.name, RepRow(ANNA, {"phone": "+74822342920"}))], [known]))
    [rep] = change.reps
    assert (rep.rep_id, change.changed) == (3, ("reps",))
    assert rep.after == RepFields(ANNA, phone="+74822342920", is_primary=True)


def test_two_whom_the_initials_fit_leave_a_third() -> None:
    people = tuple(KnownRep(n, RepFields(PersonName("Орлова", first, "И."))) for n, first in ((1, "Анна"), (2, "Алла")))
    known = replace(CENTRE, reps=people)
    [new] = [
        one
        for one in only(
            compare([row(CENTRE.fields.name, RepRow(PersonName("Орлова", initials="А.И."), {}))], [known])
        ).reps
        if one.rep_id is None
    ]
    assert new.after.name == PersonName("Орлова", initials="А.И.")


@pytest.mark.parametrize(
    ("said", "primary"),
    [({}, 1), ({"is_primary": True}, 2), ({"is_primary": False}, 1)],
)
def test_the_file_may_name_another_primary(said: dict[str, object], primary: int) -> None:
    reps = (KnownRep(1, RepFields(ANNA, is_primary=True)), KnownRep(2, RepFields(BORIS, "вахтёр")))
    changes = compare([row(CENTRE.fields.name, RepRow(BORIS, said))], [replace(CENTRE, reps=reps)]).changes
    now = {rep.id: rep.fields for rep in reps} | {one.rep_id: one.after for change in changes for one in change.reps}
    assert [key for key, fields in now.items() if fields.is_primary] == [primary]


def test_a_primary_that_is_none_any_more_leaves_it_to_another() -> None:
    reps = (KnownRep(1, RepFields(ANNA, is_primary=True)), KnownRep(2, RepFields(BORIS)))
    change = only(compare([row(CENTRE.fields.name, RepRow(ANNA, {"is_primary": False}))], [replace(CENTRE, reps=reps)]))
    assert {one.rep_id: one.after.is_primary for one in change.reps} == {1: False, 2: True}


def test_merging_leaves_people_and_their_primary_as_they_are() -> None:
    known = replace(CENTRE, reps=(KnownRep(1, RepFields(ANNA, "директор", is_primary=True)),))
    rows = [row("МБУ «ЦРО»", RepRow(ANNA, {"position": "вахтёр"}), RepRow(BORIS, {"is_primary": True}))]
    [new] = only(compare(rows, [known], merge=True)).reps
    assert (new.rep_id, new.after) == (None, RepFields(BORIS))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (ANNA, PersonName("ОРЛОВА", "анна", "ивановна"), True),
        (ANNA, PersonName("Орлова", "Анна"), True),
        (ANNA, PersonName("Орлова", initials="А.И."), True),
        (ANNA, PersonName("Oрлова", initials="A.И."), True),  # both with a Latin letter
        (ANNA, PersonName("Орлова", initials="А."), False),
        (ANNA, PersonName("Орлова"), False),
        (ANNA, PersonName("Орлова", "Алла", "Ивановна"), False),
        (ANNA, PersonName("Орлова", "Анна", "Ильинична"), False),
        (ANNA, PersonName("Котова", "Анна", "Ивановна"), False),
    ],
)
def test_who_is_the_same_person(one: PersonName, other: PersonName, same: bool) -> None:
    assert is_same_person(one, other) is is_same_person(other, one) is same
    if same:
        assert fuller(one, other).called.casefold() == fuller(other, one).called.casefold() == "анна ивановна"


def test_the_outcome_tells_apart_what_would_be_done() -> None:
    one, other = (compare([row("Радио", address=place)], []) for place in ("Тверь", "Москва"))
    assert one.outcome == compare([row("Радио", address="Тверь")], []).outcome != other.outcome


def test_the_preview_counts_all_and_shows_some() -> None:
    faults = tuple(Fault(n, "bad-phone") for n in (2, 2, 3))
    found = compare([row("ЦРО"), row("МБУ «ЦРО»", number=3), row("Радио", number=4)], [CENTRE], {(3, 7): True})
    preview = preview_of(PartnerTable(faults=faults), found, most=1)
    assert (preview.bad, len(preview.faults), preview.doubtful, len(preview.doubts)) == (2, 1, 1, 1)
    assert (preview.new, preview.changed, preview.same, preview.is_idle) == (2, 1, 0, False)
    assert [len(piece) for piece in pieces(found.changes, 2)] == [2, 1]


# --- two spreadsheets in any order end the same ------------------------------------------------------------------

WORDS = ("Альфа", "Вектор", "Сириус", "Колос")
NAMES = st.sampled_from(WORDS)
PEOPLE = st.sampled_from([ANNA, PersonName("Орлова", initials="А.И."), BORIS])


@st.composite
def files(draw: st.DrawFn) -> list[PartnerRow]:
    """A file that contradicts no other: what it says of a name is always the same, or nothing."""
    names = draw(st.lists(NAMES, unique=True, max_size=3))
    return [draw(organisations(name, 2 + 3 * n)) for n, name in enumerate(names)]


@st.composite
def organisations(draw: st.DrawFn, name: str, number: int) -> PartnerRow:
    truth = {"address": f"{name}, д. 1", "site": f"{len(name)}.ru", "sector": "ngo", "grade": Grade.PERIODIC}
    said = {key: truth[key] for key in draw(st.sets(st.sampled_from(sorted(truth))))}
    branch_ids = tuple(sorted(draw(st.sets(st.integers(1, 3), max_size=2))))
    aliases = tuple(draw(st.sets(st.sampled_from([f"{name}-клуб", f"{name}-два"]))))
    people = [RepRow(one, {"is_primary": one.last == ANNA.last}) for one in draw(st.sets(PEOPLE, max_size=2))]
    people = [one for n, one in enumerate(people) if one.name.last not in {other.name.last for other in people[:n]}]
    if draw(st.booleans()):
        return PartnerRow(number, f"{name}-плюс", said, (name,), branch_ids, tuple(people))
    return PartnerRow(number, name, said, aliases, branch_ids, tuple(people))


def seen(register: Sequence[KnownPartner]) -> set[tuple[PartnerFields, frozenset[RepFields]]]:
    """The register without its ids."""
    return {(one.fields, frozenset(rep.fields for rep in one.reps)) for one in register}


@settings(max_examples=300)
@given(files(), files())
@pytest.mark.long
def test_two_spreadsheets_in_any_order_end_the_same(one: list[PartnerRow], other: list[PartnerRow]) -> None:
    assert seen(after(after([], one), other)) == seen(after(after([], other), one))


@given(files())
def test_a_spreadsheet_that_comes_again_changes_nothing(file: list[PartnerRow]) -> None:
    register = after([], file)
    assert compare(file, register).changes == ()


@given(files(), files())
def test_where_two_contradict_the_later_has_the_last_word(one: list[PartnerRow], other: list[PartnerRow]) -> None:
    late = [replace(row, said={**row.said, "address": "Москва"}) for row in other]
    named = {name for row in late for name in (row.name, *row.aliases)}
    register = after(after([], one), late)
    assert all(each.fields.address == "Москва" for each in register if each.fields.name in named)


def test_likeness_is_no_equivalence_so_what_is_merged_depends_on_the_order() -> None:
    near, between, far = (
        row(f"Клуб «{name}»", number=n) for n, name in enumerate(("Северосталька", "Северостулька", "Севиростулька"), 2)
    )
    assert not compare([near, far], []).doubts
    first = after(after([], [near, far], merge=True), [between], merge=True)
    second = after(after([], [between], merge=True), [near, far], merge=True)
    assert (len(first), len(second)) == (2, 1)


def test_further_numbers_are_added_to_the_notes_once_and_nothing_there_is_lost() -> None:
    known = replace(CENTRE, fields=replace(CENTRE.fields, notes="звонить до обеда"))
    file = PartnerRow(2, CENTRE.fields.name, {}, more=("тел. 1", "тел. 2"))
    [once] = after([known], [file])
    assert once.fields.notes == "звонить до обеда\nтел. 1\nтел. 2"
    assert compare([file], [once]).changes == ()
    assert only(compare([replace(file, name="Завод")], [])).after.notes == "тел. 1\nтел. 2"


def test_rows_are_told_by_their_stretches() -> None:
    assert stretches((2, 3, 4, 7)) == "2–4, 7"
    assert stretches(range(1, 100, 2), 2) == "1, 3, …"
