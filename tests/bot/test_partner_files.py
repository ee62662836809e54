"""The register as a file and back: what is exported imports again without a difference."""

import csv
import io
import pickle
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from bot.partner_files import draw, examine, pack, unpack
from domain.cells import BROKEN, lines, one_line
from domain.partner import SECTORS, Grade, PartnerFields, RepFields
from domain.partner_merge import KnownPartner, KnownRep, is_same_person
from domain.partner_words import KINDS, plain
from domain.person_name import INITIALS, PersonName

BRANCHES = {1: "Герцена; главная", 2: "Полевого"}
BY_NAME = {plain(name): key for key, name in BRANCHES.items()}
PHONES = ("+74822342920", "+79093344360", "+74822342920;ext=12", "+12025550123")
NASTY = st.text(st.sampled_from("='+-@;\"\\,«».№ аЯ1\u00a0"), min_size=1, max_size=8)


def text(most: int) -> st.SearchStrategy[str]:
    """One line with any sign in it, as the register has it."""
    return (
        (st.text(min_size=1, max_size=most) | NASTY)
        .map(one_line)
        .filter(lambda one: 0 < len(one) <= most and is_whole(one))
    )


def is_whole(cell: str) -> bool:
    """What stands in a cell whose formula went wrong is refused there, so it is no text of a register."""
    return cell not in BROKEN


NAME_PARTS = text(40)
PERSON_NAMES = st.one_of(
    st.builds(
        PersonName, NAME_PARTS, NAME_PARTS.filter(lambda one: not INITIALS.fullmatch(one)), NAME_PARTS | st.just("")
    ),
    st.builds(PersonName, NAME_PARTS, initials=st.sampled_from(["Е.П.", "А."])),
    st.builds(PersonName, NAME_PARTS.filter(lambda one: "." not in one)),
)
REPS = st.builds(
    RepFields,
    name=PERSON_NAMES,
    position=st.none() | text(60),
    clergy_rank=st.none() | text(20),
    salutation=st.none() | text(20),
    phone=st.none() | st.sampled_from(PHONES),
    email=st.none() | st.just("a@b.ru"),
)
FIELDS = st.builds(
    PartnerFields,
    name=text(60),
    short_name=text(30),
    sector=st.sampled_from(SECTORS),
    aliases=st.lists(text(20), max_size=3, unique=True).map(lambda them: tuple(sorted(them, key=_order))),
    kind=st.none() | st.sampled_from(sorted(KINDS)),
    legal_form=st.none() | text(20),
    address=st.none() | text(40),
    site=st.none() | text(20),
    phone=st.none() | st.sampled_from(PHONES),
    email=st.none() | st.just("a@b.ru"),
    notes=st.none() | (st.text(max_size=40) | NASTY).map(lines).filter(bool).filter(is_whole),
    grade=st.none() | st.sampled_from(Grade),
    branch_ids=st.sets(st.sampled_from([1, 2])).map(lambda them: tuple(sorted(them))),
)


def _order(name: str) -> tuple[str, str]:
    return name.casefold(), name


@st.composite
def registers(draw_: st.DrawFn) -> list[KnownPartner]:
    """A register as it may be: names once, nobody twice, an organisation is no alias of its own, one is the primary."""
    all_fields = draw_(st.lists(FIELDS, max_size=3, unique_by=lambda one: one.name))
    return [_known(n, fields, draw_(st.lists(REPS, max_size=3))) for n, fields in enumerate(all_fields, 1)]


def _known(key: int, fields: PartnerFields, reps: Sequence[RepFields]) -> KnownPartner:
    apart: list[RepFields] = []
    for rep in reps:
        if not any(is_same_person(rep.name, other.name) for other in apart if rep.name and other.name):
            apart.append(replace(rep, is_primary=not apart))
    own = replace(fields, aliases=tuple(alias for alias in fields.aliases if alias != fields.name))
    return KnownPartner(key, own, tuple(KnownRep(10 * key + n, rep) for n, rep in enumerate(apart)))


def export(register: Sequence[KnownPartner], *, as_csv: bool, people: bool = True) -> bytes:
    return draw([pack(register)], BRANCHES, as_csv=as_csv, people=people)


RANKED = KnownRep(1, RepFields(PersonName("иерей Ветров", "Георгий"), is_primary=True))
WORST = PartnerFields("=1", "'=1", "other", ("+a;b", "-\\"), notes="@\n=2", branch_ids=(1,))


@settings(max_examples=150)
@given(registers(), st.booleans())
@example([KnownPartner(1, WORST, (KnownRep(1, RepFields(PersonName("=A", "+B", "@C"), "-d", is_primary=True)),))], True)
@example([KnownPartner(1, WORST, (RANKED,))], False)
@pytest.mark.long
def test_what_is_exported_imports_again_without_a_difference(register: list[KnownPartner], as_csv: bool) -> None:
    file = export(register, as_csv=as_csv)
    preview, changes = examine(file, [pack(register)], BY_NAME, {}, merge=False, most=9)
    assert (preview.bad, preview.faults) == (0, ())
    assert (preview.new, preview.changed, preview.same, changes) == (0, 0, len(register), [])


@settings(max_examples=150)
@given(registers(), st.booleans())
@example([KnownPartner(1, WORST)], False)
@pytest.mark.long
def test_what_is_exported_makes_the_same_register_anew(register: list[KnownPartner], as_csv: bool) -> None:
    _, changes = examine(export(register, as_csv=as_csv), [], BY_NAME, {}, merge=False, most=9)
    made = [change for piece in changes for change in unpack(piece)]
    assert [change.after for change in made] == [one.fields for one in register]
    assert [[rep.after for rep in change.reps] for change in made] == [
        [rep.fields for rep in one.reps] for one in register
    ]


ANNA = RepFields(PersonName("Орлова", "Анна"), "директор", phone=PHONES[0], is_primary=True)
RADIO = KnownPartner(
    1, PartnerFields("Радио", "Радио", "media", phone=PHONES[0]), (KnownRep(1, ANNA), KnownRep(2, RepFields()))
)


@pytest.mark.parametrize("as_csv", [True, False])
def test_without_people_nothing_of_them_is_in_the_file(as_csv: bool) -> None:
    file = export([RADIO], as_csv=as_csv, people=False)
    rows = _rows(file, as_csv=as_csv)
    assert "Фамилия" not in rows[0]
    assert not any("Орлова" in cell or "директор" in cell for row in rows for cell in row)
    preview, _ = examine(file, [pack([RADIO])], BY_NAME, {}, merge=False, most=9)
    assert (preview.has_people, preview.same) == (False, 1)


def test_each_person_has_a_row_and_the_organisation_stands_in_full_in_the_first() -> None:
    reps = (KnownRep(1, ANNA), KnownRep(2, RepFields(PersonName("Лапин", initials="Б.И."))))
    heads, first, second = _rows(export([KnownPartner(1, RADIO.fields, reps)], as_csv=True), as_csv=True)
    said = dict(zip(heads, first, strict=True))
    assert (said["Организация"], said["Сфера"]) == ("Радио", "средства массовой информации")
    assert (said["Телефон"], said["Основной"]) == ("8 (4822) 34-29-20", "да")
    said = dict(zip(heads, second, strict=True))
    assert (said["Организация"], said["Сфера"], said["Имя"], said["Основной"]) == ("Радио", "", "Б.И.", "нет")


def test_the_archive_is_not_exported() -> None:
    assert len(_rows(export([KnownPartner(1, RADIO.fields, is_archived=True)], as_csv=True), as_csv=True)) == 1


def test_changes_come_in_pieces() -> None:
    file = ("Организация\n" + "\n".join(f"Школа № {n}" for n in range(250))).encode()
    _, changes = examine(file, [], {}, {}, merge=False, most=9)
    assert [len(unpack(piece)) for piece in changes] == [50] * 5
    assert all(isinstance(piece, bytes) and pickle.loads(piece) for piece in changes)


def _rows(file: bytes, *, as_csv: bool) -> list[list[str]]:
    if as_csv:
        return list(csv.reader(io.StringIO(file.decode("utf-8-sig"), newline=""), delimiter=";"))
    sheet = load_workbook(io.BytesIO(file)).active
    return [[str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True)]
