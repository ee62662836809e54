"""The round table of 2018, entered in chat, and all its papers (issue 6, the golden case).

The people of the article are read from a file beside the repository; an article with invented people covers the same
ground where it is absent.
"""

import re
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from domain.event_papers import NAMELESS, PaperKind
from handlers.papers.choosing import paper_name
from tests.bot.test_paper_templates import template
from tests.chat.conftest import START, Town, town_of
from tests.chat.talk import labels, says, settled, shows, taps, text_of
from tests.docx import words_of
from tests.storage.test_article import ARTICLE, as_printed, printed, rep_fields

HOUR = timedelta(hours=1)
OUTCOME = (
    "Работать вместе получается по-разному, и общее дело держится долго: проекты долговременные и устойчивые, "
    "сотрудничество разноплановое. Дальше они станут ярче, а результаты – ощутимее"
)
INVENTED = """
27 апреля 2018 года в библиотеке состоялся круглый стол **«Читаем вместе: библиотека в партнерстве с "Волгой", СМИ»**.

Цель круглого стола: представить <опыт> & обсудить будущее.

На обсуждение были вынесены следующие вопросы:

- Итоги анкетирования «Соседи»;
- Опыт библиотек г. Липки с учреждениями, СМИ;

- Практики, перспективы.

В работе приняли участие представители СМИ: Ветров А.Ю. – директор «ДК пос. Липки», Лапина М.И – Председатель отдела
епархии, Протоиерей, гости г. Твери.

*Котова О.И. – главный библиотекарь
отдела библиотеки им. А.И. Липкина*"""


@dataclass(frozen=True)
class Article:
    """What an article of this shape says."""

    text: str

    @property
    def title(self) -> str:
        return self._found(r"\*\*«(.+)»\*\*")

    @property
    def goal(self) -> str:
        return self._found(r"Цель круглого стола: (.+)\.\n")

    @property
    def agenda(self) -> list[str]:
        return [one.rstrip(";.") for one in re.findall(r"^- (.+)$", self.text, re.MULTILINE)]

    @property
    def author(self) -> str:
        return " ".join(self._found(r"(?s)\n\*([^*]+)\*$").split())

    @property
    def lines(self) -> list[str]:
        return as_printed(self.text)

    def _found(self, pattern: str) -> str:
        match = re.search(pattern, self.text)
        assert match is not None
        return match[1]


def article_of(text: str) -> Article:
    """The list of people on one line, as the article has it."""
    head, _, rest = text.partition("СМИ: ")
    people, gap, tail = rest.partition("\n\n")
    return Article(f"{head}СМИ: {' '.join(people.split())}{gap}{tail}".rstrip())


async def entered(town: Town, article: Article) -> None:
    """Registered, announced, arranged and reported, as a methodist does it."""
    people, group = printed(article.text)
    for number, (name, words) in enumerate(people, 1):
        partner = await town.partner(f"Организация {number}")
        await town.store.partners.put_rep(partner, rep_fields(name, words), None, town.now())
    await _announced(town, article, len(people))
    await _arranged(town, article, len(people), group)
    await _reported(town)


async def _announced(town: Town, article: Article, partners: int) -> None:
    anna = town.anna
    await says(town, anna, "/new", "Как называется?")
    await says(town, anna, article.title)
    await taps(town, anna, "Круглый стол")
    await says(town, anna, "27.04.2018 14:00")
    await taps(town, anna, "Да, верно", "Герцена", "Михайловский зал", "30", "12+", "+ Цель")
    await says(town, anna, article.goal)
    await taps(town, anna, "+ Повестка")
    await says(town, anna, "\n".join(article.agenda))
    await taps(town, anna, "Партнёры", *map(str, range(1, partners + 1)), "Готово", "Опубликовать")
    shows(anna, "Опубликовано")


async def _arranged(town: Town, article: Article, people: int, group: str) -> None:
    anna = town.anna
    await says(town, anna, "/start e1")
    await taps(town, anna, "Управление", "Участники", "Отметить людей", *map(str, range(1, people + 1)))
    await taps(town, anna, "Список", "Добавить группу")
    await says(town, anna, group, *article.lines)
    await taps(town, anna, "‹ Управление", "Программа", "Секретарь")
    await says(town, anna, article.author, f"Секретарь: {article.author}")


async def _reported(town: Town) -> None:
    await town.box.clock.set(START + 3 * HOUR)
    await town.store.life.beat(town.now())
    await says(town, town.anna, "/start e1")
    await taps(town, town.anna, "Управление", "Внести итоги")
    await says(town, town.anna, "28, 2, 4, 1", "Чем закончилось?")
    await says(town, town.anna, OUTCOME, "Пришло: 28")
    await taps(town, town.anna, "Сохранить")
    shows(town.anna, "Итоги внесены")


async def papers(town: Town) -> dict[PaperKind, str]:
    """Every paper, asked for by its button."""
    say, found = town.app.texts("ru"), {}
    await town.box.clock.forward(minutes=1)  # live cards are redrawn before
    await says(town, town.anna, "/start e1")
    await taps(town, town.anna, "Управление", "Документы")
    screen = town.anna.screen()
    for kind in PaperKind:
        await town.anna.taps(paper_name(kind, say), screen)
        await settled(town)
        file = town.anna.screen()["document"]
        assert file["file_name"] == f"{paper_name(kind, say)}, 27.04.2018.docx"
        found[kind] = words_of(town.box.world.files[file["file_id"]][1])
    return found


def tells_all(article: Article, made: dict[PaperKind, str]) -> None:
    """The post-release holds every fact of the article, and none of its sentences; the others what is theirs."""
    release = made[PaperKind.POST_RELEASE]
    facts = [f"«{_inner(article.title)}»", "27 апреля 2018 г., 14.00", "Михайловский зал", f"{article.goal}."]
    facts += [*article.agenda, *article.lines, article.author, f"{OUTCOME}.", "Круглый стол", "(12+)"]
    facts += ["Центральная городская библиотека им. А.И. Герцена"]
    missing = [one for one in facts if one not in release]
    assert not missing, release
    assert not _borrowed(release, facts, article.text)
    assert all(_inner(article.title) in paper for paper in made.values())
    lists = (made[PaperKind.PARTICIPANTS], made[PaperKind.SIGN_IN], made[PaperKind.INVITATION], made[PaperKind.THANKS])
    names = [line.partition(" – ")[0] for line in article.lines[:-1]]
    assert all(name in paper for name in names for paper in lists)
    assert all(line in made[PaperKind.MINUTES] for line in article.lines)
    assert not [name for name in names for kind in NAMELESS if name in made[kind]]
    assert "Ваше Высокопреподобие!" in made[PaperKind.INVITATION]
    assert "Уважаемые коллеги!" in made[PaperKind.INVITATION]


def _inner(title: str) -> str:
    return title.replace("«", "„").replace("»", "“")


def _borrowed(release: str, facts: list[str], text: str) -> list[str]:
    """Five words in a row that the article has too, apart from the facts."""
    for fact in facts:
        release = release.replace(fact, "|")
    words = re.findall(r"\w+|\|", release)
    runs = (" ".join(words[at : at + 5]) for at in range(len(words) - 4))
    return [run for run in runs if "|" not in run and run in " ".join(re.findall(r"\w+", text))]


@pytest.mark.long
async def test_an_article_of_invented_people_is_told_anew(open_town: Town) -> None:
    article = article_of(INVENTED.replace('"Волгой"', "«Волгой»"))
    await entered(open_town, article)
    tells_all(article, await papers(open_town))


@pytest.mark.long
@pytest.mark.skipif(not ARTICLE.exists(), reason=f"the article is not there: {ARTICLE.name}")
async def test_the_article_of_2018_is_told_anew(open_town: Town) -> None:
    article = article_of(ARTICLE.read_text(encoding="utf-8"))
    assert (len(article.agenda), len(article.lines)) == (3, 10)
    await entered(open_town, article)
    tells_all(article, await papers(open_town))


async def test_where_names_may_not_be_shown_papers_with_names_are_on_a_page(town: Town) -> None:
    event, anna = await town.event(), town.anna
    await says(town, anna, f"/start e{event.id}")
    await taps(town, anna, "Управление", "Документы")
    shows(anna, "имён в переписке нет")
    await taps(town, anna, "Анонс")
    assert "document" in anna.screen()
    await anna.taps("Протокол", next(one for one in anna.chat.messages.values() if "Протокол" in labels(one)))
    await settled(town)
    command = [one for one in map(text_of, anna.chat.messages.values()) if "roundtable export paper minutes" in one]
    assert command


async def test_what_is_wrong_with_a_template_is_said_whole(tmp_path: Path) -> None:
    (tmp_path / "announcement.docx").write_bytes(template("{{ адресат }}"))
    async with town_of(tmp_path, papers={"templates": str(tmp_path)}) as town:
        await town.event()
        await says(town, town.anna, "/start e1")
        await taps(town, town.anna, "Управление", "Документы", "Анонс")
        said = await town.anna.sees("есть поля, которых нет: адресат. Есть такие: автор")
        assert text_of(said).endswith("форма, цель."), "an alert would cut it off"
