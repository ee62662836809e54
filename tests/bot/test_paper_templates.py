"""Templates of papers: the shipped ones, a library's own, and what is wrong with one."""

import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from bot.child import ChildFailed
from bot.event_paper_files import SHIPPED, paper_files
from bot.office import Office, office_program
from bot.paper_templates import fill
from bot.settings import BadSettings
from domain.event_papers import PaperKind, Values, values_of
from domain.paper_fields import PLAN, named
from domain.refusal import Refusal
from tests.docx import set_of, words_of
from tests.domain.test_event_papers import WHAT
from tests.odd_books import changed

NAMED = named(values_of(WHAT, PaperKind.INVITATION))


def template(*paragraphs: str, header: str = "") -> bytes:
    document: Any = Document()
    for words in paragraphs:
        paragraph = document.add_paragraph()
        for sign in words:  # as Word may tear a field apart
            paragraph.add_run(sign)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def refused(data: bytes) -> Refusal:
    with pytest.raises(Refusal) as found:
        fill(data, "invitation.docx", NAMED)
    return found.value


@pytest.mark.parametrize(
    "field", ["{{ цeль }}", "{{ цель }}", "{{\u00a0це\u00adль\u00a0}}"]
)  # the first has a Latin «e»
def test_a_field_is_known_by_what_one_sees_of_it(field: str) -> None:
    assert words_of(fill(template(f"Цель: {field}"), "x", {**NAMED, "цель": "дружить"})) == "Цель: дружить"


@pytest.mark.parametrize(
    "field",
    [
        *("{ цель }", "{цель}", "{ { цель } }", "{ цель }}", "{цель }}", "{цель}}", "{ { цель }}", "{ цель } }"),
        *("{ цель|upper }", "{цель | upper}}", "{ { цель|default('нет') } }"),
    ],
)
def test_a_field_with_half_its_braces_is_told(field: str) -> None:
    refusal = refused(template("{{ дата }}", f"Цель: {field}."))
    assert (refusal.code, refusal.values["why"]) == ("papers-syntax", field)
    assert "{цена} {цена}}" in words_of(fill(template("{цена} {цена}} {{ цель }}"), "x", NAMED))


@pytest.mark.parametrize("field", ["{{ цель }", "{{ цель } }", "{{ цель|upper }"])
def test_a_field_that_lacks_a_brace_at_its_end_is_told(field: str) -> None:
    assert refused(template("{{ дата }}", field)).values["why"] == field


@pytest.mark.parametrize("kind", PaperKind)
def test_every_paper_has_a_template_that_holds(kind: PaperKind) -> None:
    made = fill((SHIPPED / f"{kind}.docx").read_bytes(), f"{kind}.docx", named(values_of(WHAT, kind)))
    text = words_of(made)
    assert "{" not in text
    assert ("«Принцип»" in text) is (kind is not PaperKind.THANKS), "nobody came, so nobody is thanked"


def test_so_has_the_plan() -> None:
    event = {"number": "1", "when": "27 апреля", "name": "Вечер", "place": "Зал", "whom": "", "responsible": ""}
    plan: Values = {"library": "Библиотеки", "period": "апрель 2018", "parts": [{"name": "Герцена", "rows": [event]}]}
    made = fill((SHIPPED / "plan.docx").read_bytes(), "plan.docx", named(plan, PLAN), PLAN)
    assert all(words in words_of(made) for words in ("УТВЕРЖДАЮ", "апрель 2018", "Герцена", "Вечер"))


def test_a_resolution_lists_what_was_discussed_within_one_sentence() -> None:
    made = fill(
        (SHIPPED / "resolution.docx").read_bytes(), "resolution.docx", named(values_of(WHAT, PaperKind.RESOLUTION))
    )
    assert "Итоги;" in words_of(made)
    assert "Опыт." in words_of(made)


def test_fields_are_filled_though_they_were_torn_apart_and_nothing_is_markup() -> None:
    values = {**NAMED, "цель": "<b>дружить</b> & читать\nдва\x08 раза"}
    made = fill(
        template("Цель: {{ цель }}", "{%p for кто in участники %}", "{{ кто.строка }}", "{%p endfor %}"), "x", values
    )
    assert "Цель: <b>дружить</b> & читать\nдва раза" in words_of(made)
    assert "Ветров\u00a0А.Ю.\u00a0– Председатель" in set_of(made)


def test_unknown_fields_are_named_with_those_that_there_are() -> None:
    wrong = template("{{ адресат }}", "{%p for кто in участники %}", "{{ кто.возраст_гостя }}", "{%p endfor %}")
    refusal = refused(wrong)
    assert refusal.code == "papers-unknown"
    assert refusal.values["unknown"] == "адресат, кто.возраст_гостя"
    assert "подпись_председателя" in str(refusal.values["known"])
    assert refused(template("", header="{{ шапка }}")).values["unknown"] == "шапка"
    assert refused(template("{{ письмо }}")).code == "papers-unknown"


@pytest.mark.parametrize(
    "words", ["{{ цель", "{% if цель %}", "{{ цель | неведомо }}", "{{ цель.loop.__class__ }}", "{% for a %}"]
)
def test_what_is_typed_wrongly_is_said(words: str) -> None:
    assert refused(template(words)).code in {"papers-syntax", "papers-unknown"}


def test_a_template_can_do_nothing_but_put_words_in() -> None:
    for words in (
        "{{ range(9) }}",
        "{{ ''.__class__.__mro__ }}",
        "{% include '/etc/passwd' %}",
        "{{ цель.__class__ }}",
    ):
        assert refused(template(words)).code in {"papers-syntax", "papers-unknown"}, words


@pytest.mark.parametrize(
    ("paragraphs", "place"),
    [
        (["{{ цель | неведомо }}"], "{{ цель | неведомо }}"),
        (["Цель: {{ цель", "{{ заголовок }}"], "{{ цель"),
        (["{% for кто in участники %}", "{{ кто.строка }}"], "{% for кто in участники %}"),
        (["{{ цель }}", "{% endfor %}"], "{% endfor %}"),
        (["{% for кто участники %}", "{% endfor %}"], "{% for кто участники %}"),
        (["{% if цель %}", "{% else %}", "{% endfor %}"], "{% endfor %}"),
        (["{{ цель }}", "{{ 'я' * 5 * цель }}"], "{{ 'я' * 5 * цель }}"),
        (["{% macro а() %}{{ а() }}{% endmacro %}", "{{ а() }}"], "{% macro а() %}"),
        (["{{ " + "(" * 3000 + "цель" + ")" * 3000 + " }}"], "{{ " + "(" * 76 + "…"),
    ],
)
def test_the_place_is_named_as_its_author_knows_it(paragraphs: list[str], place: str) -> None:
    refusal = refused(template(*paragraphs))
    assert (refusal.code, refusal.values["why"]) == ("papers-syntax", place)


@pytest.mark.long
async def test_an_expression_without_bounds_comes_to_its_end(tmp_path: Path) -> None:
    for words in ("{{ 'а' * 10**9 }}", "{{ '%1000000000d' % 1 }}"):
        (tmp_path / "announcement.docx").write_bytes(template(words))
        with pytest.raises(ChildFailed, match="child-too-big"):
            await paper_files(str(tmp_path)).fill("announcement", NAMED)


@pytest.mark.parametrize("data", [b"", b"words", b"PK\x03\x04", b"x" * (5 * 1024 * 1024 + 1)])
def test_what_is_no_document_is_said(data: bytes) -> None:
    assert refused(data).code == "papers-no-template"


def test_a_document_without_a_body_is_none() -> None:
    hollow = changed(
        template("{{ цель }}"), lambda name, part: (name, b"<x/>" if name == "word/document.xml" else part)
    )
    assert refused(hollow).code == "papers-no-template"


async def test_a_template_of_the_library_stands_in_for_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "announcement.docx").write_bytes(template("Наш анонс: {{ заголовок }}"))
    files = paper_files(str(tmp_path))
    assert words_of(await files.fill("announcement", NAMED)) == "Наш анонс: Круглый стол «Принцип»"
    assert "Протокол" in words_of(await files.fill("minutes", NAMED))
    with pytest.raises(BadSettings, match="papers"):
        paper_files(str(tmp_path / "none"))


TOGETHER = ("--headless", "--norestore", "--convert-to", "pdf", "--outdir")


@pytest.mark.skipif(not office_program() or not shutil.which("pdftotext"), reason="LibreOffice or pdftotext is absent")
async def test_a_paper_becomes_a_pdf_and_something_else_does_not(tmp_path: Path) -> None:
    office = Office(office_program() or "")
    pdf = tmp_path / "minutes.pdf"
    pdf.write_bytes(await office.pdf(fill((SHIPPED / "minutes.docx").read_bytes(), "minutes.docx", NAMED)))
    assert "Ветров А.Ю. – Председатель Отдела, Протоиерей" in _text(pdf)
    with pytest.raises(Refusal, match="papers-no-pdf"):
        await Office("/bin/false").pdf(b"")


@pytest.mark.skipif(not office_program() or not shutil.which("pdftotext"), reason="LibreOffice or pdftotext is absent")
def test_every_paper_is_read_back_from_its_pdf_word_for_word(tmp_path: Path) -> None:
    files = [_made(kind, tmp_path) for kind in PaperKind]
    command = [office_program() or "", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", *TOGETHER]
    subprocess.run([*command, str(tmp_path), *map(str, files)], check=True, capture_output=True)
    for file in files:
        read = _text(file.with_suffix(".pdf")).split()
        lost = [word for word in words_of(file.read_bytes()).split() if word not in read]
        assert not lost, file.name


def _made(kind: PaperKind, folder: Path) -> Path:
    thanked = replace(WHAT, thanks=WHAT.letters, letters=WHAT.letters)
    file = folder / f"{kind}.docx"
    file.write_bytes(fill((SHIPPED / file.name).read_bytes(), file.name, named(values_of(thanked, kind))))
    return file


def _text(pdf: Path) -> str:
    read = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True)
    return read.stdout.decode().replace("\u00a0", " ")
