"""The command line, as a program of its own: most of it forked from one that has imported everything already."""

import asyncio
import os
import re
import resource
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import make_url

from sandbox.server import Sandbox
from tests.domain.questionnaire.sheets import workbook
from tests.engines import NO_POSTGRES, POSTGRES, at_newest, database
from tests.nursery import run
from tests.process import ROOT, TOKEN, environment, running_bot, running_command, start_bot

SCRIPT = shutil.which("roundtable", path=Path(sys.executable).parent) or "roundtable"
Done = subprocess.CompletedProcess[str]
STARTS_WITHIN = 120.0
"""Seconds that a start with all its imports may take where the machine has much else to do."""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return tmp_path


def roundtable(folder: Path, *words: str, **variables: str) -> Done:
    """Runs the program in a folder, without anything of the caller's settings."""
    return run([*words], folder, _environment(variables))


def script(folder: Path, *words: str, **variables: str) -> Done:
    """The same by its script, which takes its time over the imports."""
    own = _environment(variables)
    command = (SCRIPT, *words)
    return subprocess.run(
        command, cwd=folder, env=own, capture_output=True, text=True, check=False, timeout=STARTS_WITHIN
    )


def _environment(variables: dict[str, str]) -> dict[str, str]:
    own = {key: value for key, value in os.environ.items() if not key.startswith("ROUNDTABLE_")}
    settings = {f"ROUNDTABLE_{key}": value for key, value in variables.items()}
    return own | settings | {"PYTHONPATH": str(ROOT)}


def test_help_answers_in_under_half_a_second(here: Path) -> None:
    """Of the processor's, which does not depend on what else is going on."""
    spent = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert "sandbox" in script(here, "--help").stdout
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert 0 < min(spent) < 0.5


def test_without_a_token_it_says_so_and_how_to_try(here: Path) -> None:
    done = script(here, "run")
    assert done.returncode == 2
    assert "Не задан ключ бота" in done.stderr
    assert "roundtable sandbox" in done.stderr


@pytest.mark.parametrize("command", ["run", "migrate", "doctor"])
def test_broken_settings_are_named_and_nothing_starts(here: Path, command: str) -> None:
    (here / "config.toml").write_text("[limits]\nover_all = 3\n")
    done = roundtable(here, command)
    assert done.returncode == 2
    assert "[limits] over_all: такой настройки нет" in done.stderr
    assert "Traceback" not in done.stderr
    assert [file.name for file in here.iterdir()] == ["config.toml"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("export", "paper", "nonsense", "1", "p.docx"), "Такого документа нет. Есть: letter"),
        (("export", "partners", "none/p.xlsx"), "none/p.xlsx: нет такого файла или папки"),
        (("export", "partners", "folder"), "folder: это папка, а нужен файл"),
        (("import", "branches", "none.csv"), "none.csv: нет такого файла"),
        (("questionnaire", "check", "none.xlsx"), "none.xlsx: нет такого файла"),
        (("export", "guests", "99999999999999999999", "p.csv"), "2147483647"),
        (("export", "person", "99999999999999999999", "p.json"), "2147483647"),
        (("export", "person", "99", "p.json"), "Под таким номером ничего нет"),
        (("sandbox", "--port", "99999999"), "65535"),
        (("sandbox", "--host", "nowhere.invalid"), "сервер с таким именем не найден"),
        (("migrate", "--config", "none.toml"), "none.toml: нет такого файла"),
    ],
)
def test_what_cannot_be_done_ends_in_a_sentence(here: Path, words: tuple[str, ...], told: str) -> None:
    (here / "folder").mkdir()
    done = roundtable(here, *words)
    assert (done.returncode, told in done.stderr, "Traceback" in done.stderr) == (2, True, False), done.stderr
    assert not (here / "p.json").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("imprt", "Нет такой команды. Есть: run, sandbox"),
        (
            "import partner x.csv",
            "Нет такой команды. Есть: branches, partners. Как вызвать: roundtable import --help",
        ),
        ("import partners x.csv --chek", "Нет такого параметра: --chek. Как вызвать: roundtable import partners"),
        ("import partners", "Не хватает: ФАЙЛ. Как вызвать: roundtable import partners --help"),
        ("import partners x.csv y.csv", "В команде что-то лишнее"),
        ("import partners x.csv --merge-doubtful some", "--merge-doubtful: такое значение не подходит"),
        ("export guests first x.csv", "МЕРОПРИЯТИЕ: нужно целое число от 0 до 2147483647"),
        ("sandbox --port 99999999", "--port: нужно целое число от 0 до 65535"),
        ("export responses x.csv", "Не хватает: --survey"),
        ("run --config", "У параметра --config не хватает значения"),
        ("migrate --config=a --overwrite=b", "Нет такого параметра: --overwrite"),
    ],
)
def test_a_command_that_is_typed_wrongly_is_told_in_a_sentence(here: Path, words: str, told: str) -> None:
    done = roundtable(here, *words.split())
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), done.stderr
    assert told in done.stderr


def test_a_command_without_words_says_what_there_is(here: Path) -> None:
    for words in ((), ("import",)):
        done = roundtable(here, *words)
        assert (done.returncode, "Команды:" in done.stderr) == (2, True)


def test_every_command_says_in_russian_how_it_is_written(here: Path) -> None:
    pages: list[tuple[str, ...]] = [()]
    for words in pages:
        done = roundtable(here, *words, "--help")
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith("Как вызвать: ")
        assert not re.search(r"\b(?:Usage|Options|Show|the|and|FILE|path|str|int)\b|[{<]", done.stdout), done.stdout
        _, _, commands = done.stdout.partition("Команды:\n")
        pages += [(*words, one) for one in re.findall(r"^  (\w+)", commands, re.MULTILINE)]
    assert len(pages) == 1 + 11 + 2 + 6 + 1


@pytest.mark.parametrize(("path", "told"), [("/clock", "Часы песочницы не отвечают"), ("", "Часы песочницы")])
async def test_a_clock_that_is_none_is_named(here: Path, path: str, told: str, unused_tcp_port: int) -> None:
    url = f"http://127.0.0.1:{unused_tcp_port}{path}" if path else "nonsense"
    done = await asyncio.to_thread(roundtable, here, "run", "--clock-url", url, TELEGRAM__TOKEN=TOKEN)
    assert (done.returncode, told in done.stderr) == (2, True), done.stderr


def test_a_port_that_is_taken_is_named(here: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = roundtable(here, "sandbox", "--port", str(port))
    assert (done.returncode, f"127.0.0.1:{port}: этот порт занят" in done.stderr) == (2, True), done.stderr


def test_a_wrong_work_calendar_is_named(here: Path) -> None:
    done = roundtable(here, "run", TELEGRAM__TOKEN=TOKEN, QUIET_HOURS__CALENDAR="none.toml")
    assert done.returncode == 2
    assert "[quiet_hours] calendar" in done.stderr


def test_a_database_that_is_newer_is_refused_untouched(here: Path) -> None:
    roundtable(here, "migrate")
    file = here / "roundtable.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = file.read_bytes()
    for words in (("run",), ("migrate",)):
        done = roundtable(here, *words, TELEGRAM__TOKEN=TOKEN, TELEGRAM__API_BASE="http://127.0.0.1:9")
        assert (done.returncode, "9999" in done.stderr) == (2, True)
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "command", [("run",), ("migrate",), ("copy", "sqlite+aiosqlite:///roundtable.db", "sqlite+aiosqlite:///x.db")]
)
def test_a_file_that_is_no_database_ends_in_a_sentence(here: Path, command: tuple[str, ...]) -> None:
    (here / "roundtable.db").write_text("hello " * 500)
    done = roundtable(here, *command, TELEGRAM__TOKEN=TOKEN)
    assert done.returncode == 2
    assert done.stderr.startswith("База данных повреждена, или этот файл – не она.")


AWAY = "Сервер базы данных не отвечает. Проверьте, работает ли PostgreSQL и верен ли адрес базы.\n"


@pytest.mark.parametrize("server", ["127.0.0.1:9", "no-such-host.invalid"])
def test_a_database_that_is_away_for_now_ends_in_a_status_after_which_it_is_started_again(
    here: Path, server: str
) -> None:
    url = f"postgresql+asyncpg://bot@{server}/base"
    done = roundtable(here, "run", TELEGRAM__TOKEN=TOKEN, STORAGE__URL=url)
    assert (done.returncode, done.stderr) == (1, AWAY)


def test_the_doctor_says_the_same_of_a_database_that_is_away(here: Path) -> None:
    done = roundtable(here, "doctor", STORAGE__URL="postgresql+asyncpg://bot@127.0.0.1:9/base")
    assert (done.returncode, f"✗ {AWAY}" in done.stdout) == (1, True)


@pytest.mark.skipif(not POSTGRES, reason=NO_POSTGRES)
@pytest.mark.parametrize(("part", "said"), [("database", "нет такой базы"), ("username", "имя или пароль")])
def test_a_server_that_lets_nobody_in_is_told_in_a_sentence(here: Path, part: str, said: str) -> None:
    other: dict[str, Any] = {part: "nobody-and-nothing"}
    url = make_url(POSTGRES).set(**other)
    done = roundtable(here, "migrate", STORAGE__URL=url.render_as_string(hide_password=False))
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert said in done.stderr


def test_no_token_that_is_one_is_told_from_none(here: Path) -> None:
    done = roundtable(here, "run", TELEGRAM__TOKEN="nonsense")
    assert done.returncode == 2
    assert "не принимает ключ" in done.stderr
    assert "nonsense" not in done.stderr


def test_branches_are_imported_or_only_looked_at(here: Path) -> None:
    table = ROOT / "bot" / "data" / "branches.csv"
    looked = roundtable(here, "import", "branches", str(table), "--check")
    assert (looked.returncode, "Новых библиотек: 3" in looked.stdout) == (0, True)
    assert "Загружено" in roundtable(here, "import", "branches", str(table)).stdout
    assert "уже известных: 3" in roundtable(here, "import", "branches", str(table), "--check").stdout


def test_columns_of_branches_that_are_not_read_are_named(here: Path) -> None:
    (here / "more.csv").write_text("Название;Адрес;Телефон\nЦГБ;Тверь;32-23-11", encoding="utf-8")
    assert "не читал: Телефон" in roundtable(here, "import", "branches", "more.csv", "--check").stdout


def test_bad_rows_end_in_an_error_and_change_nothing(here: Path) -> None:
    (here / "bad.csv").write_text("Название;Адрес\n;Тверь\n", encoding="utf-8")
    done = roundtable(here, "import", "branches", "bad.csv")
    assert done.returncode == 1
    assert "Строка 2" in done.stdout


def test_a_backup_comes_back(here: Path) -> None:
    roundtable(here, "migrate")
    roundtable(here, "import", "branches", str(ROOT / "bot" / "data" / "branches.csv"))
    assert roundtable(here, "backup", "copy.db").returncode == 0
    (here / "roundtable.db").unlink()
    assert roundtable(here, "restore", "copy.db").returncode == 0
    again = roundtable(here, "import", "branches", str(ROOT / "bot" / "data" / "branches.csv"), "--check")
    assert "уже известных: 3" in again.stdout


@pytest.mark.parametrize(
    "target",
    [
        "mysql://bot:secret@host/x",
        "postgresql+asyncpg://bot:secret@host:port/x",
        "postgresql+asyncpg://bot:secret@host/x?sslmode=require",
        "postgresql+asyncpg://bot:secret@host",
        "postgresql+asyncpg://",
        "sqlite+aiosqlite:///",
    ],
)
def test_nothing_is_copied_to_an_address_that_names_no_database(here: Path, target: str) -> None:
    done = roundtable(here, "copy", "sqlite+aiosqlite:///roundtable.db", target)
    assert (done.returncode, "Это не адрес базы" in done.stderr) == (2, True), done.stderr
    assert "secret" not in done.stderr


@pytest.mark.parametrize(("words", "told"), [(("restore", "none.db"), "Нет такого файла"), (("backup", "x"), "файла")])
def test_what_is_not_there_is_named(here: Path, words: tuple[str, ...], told: str) -> None:
    done = roundtable(here, *words)
    assert (done.returncode, told in done.stderr) == (2, True)


def test_a_damaged_backup_is_refused(here: Path) -> None:
    roundtable(here, "migrate")
    (here / "copy.db").write_bytes(b"nothing of the kind")
    before = (here / "roundtable.db").read_bytes()
    assert "повреждена" in roundtable(here, "restore", "copy.db", "--overwrite").stderr
    assert (here / "roundtable.db").read_bytes() == before


def test_the_doctor_says_what_is_wrong(here: Path) -> None:
    done = roundtable(here, "doctor")
    assert done.returncode == 1
    assert "Нет ключа бота" in done.stdout


@pytest.fixture
async def box() -> AsyncIterator[Sandbox]:
    async with Sandbox(TOKEN) as box:
        yield box


async def test_the_doctor_says_that_all_is_well(box: Sandbox, here: Path) -> None:
    url = f"sqlite+aiosqlite:///{here / 'roundtable.db'}"
    await at_newest(url)
    known = {"TELEGRAM__TOKEN": TOKEN, "TELEGRAM__API_BASE": box.url, "STORAGE__URL": url}
    done = await asyncio.to_thread(roundtable, here, "doctor", **known)
    assert (done.returncode, "✗" in done.stdout, "Telegram: @" in done.stdout) == (0, False, True)


async def test_the_doctor_advises_where_cards_cannot_be_put_into_other_chats(box: Sandbox, here: Path) -> None:
    url = f"sqlite+aiosqlite:///{here / 'roundtable.db'}"
    await at_newest(url)
    box.world.has_inline = False
    known = {"TELEGRAM__TOKEN": TOKEN, "TELEGRAM__API_BASE": box.url, "STORAGE__URL": url}
    done = await asyncio.to_thread(roundtable, here, "doctor", **known)
    assert (done.returncode, "/setinlinefeedback" in done.stdout) == (0, True)


async def test_a_second_bot_on_the_same_database_is_refused(box: Sandbox, here: Path) -> None:
    url = f"sqlite+aiosqlite:///{here / 'roundtable.db'}"
    olga = box.person("Ольга")
    async with running_bot(box, url, here):
        await olga.says("/start")
        await olga.sees("Библиотека", 20)
        second = await start_bot(box, url, here)
        assert await asyncio.wait_for(second.wait(), 20) == 2
        own = {"STORAGE__URL": url}
        restored = await asyncio.to_thread(roundtable, here, "restore", "x.db", "--overwrite", **own)
        assert "уже работает бот" in restored.stderr
        await olga.says("/help")
        await olga.sees("/start")
    assert "уже работает бот" in (here / "bot.log").read_text(encoding="utf-8")


async def test_a_refused_token_ends_in_a_sentence(box: Sandbox, here: Path) -> None:
    wrong = "42:ANOTHER-TOKEN-THAT-IS-WRONG"
    own = {"TELEGRAM__TOKEN": wrong, "TELEGRAM__API_BASE": box.url}
    done = await asyncio.to_thread(roundtable, here, "run", **own)
    assert done.returncode == 2
    assert "Telegram не принимает ключ бота" in done.stderr
    assert wrong not in done.stderr + done.stdout
    assert "Traceback" not in done.stderr


async def test_told_to_stop_it_finishes_what_is_in_hand(box: Sandbox, here: Path) -> None:
    url = f"sqlite+aiosqlite:///{here / 'roundtable.db'}"
    olga = box.person("Ольга")
    async with running_bot(box, url, here) as bot:
        await olga.says("/start")
        await olga.sees("Библиотека", 20)
        bot.terminate()
        assert await asyncio.wait_for(bot.wait(), 15) == 0
    assert "Traceback" not in (here / "bot.log").read_text(encoding="utf-8")


@pytest.mark.long
async def test_an_idle_bot_holds_under_250_megabytes(box: Sandbox, here: Path) -> None:
    url = f"sqlite+aiosqlite:///{here / 'roundtable.db'}"
    olga = box.person("Ольга")
    async with running_command(box, url, here) as bot:
        await olga.says("/start")
        await olga.sees("Библиотека", STARTS_WITHIN)
        status = await asyncio.to_thread(Path(f"/proc/{bot.pid}/status").read_text, encoding="utf-8")
    [resident] = [line for line in status.splitlines() if line.startswith("VmRSS")]
    assert int(resident.split()[1]) < 250 * 1024


@pytest.mark.long
async def test_the_sandbox_serves_its_page_and_the_bot_answers(here: Path, unused_tcp_port: int) -> None:
    command = (SCRIPT, "sandbox", "--port", str(unused_tcp_port))
    variables = environment(Sandbox(), "") | {"PYTHONPATH": str(ROOT)}
    own = {key: value for key, value in variables.items() if not key.startswith("ROUNDTABLE_")}
    process = await asyncio.create_subprocess_exec(
        *command, cwd=here, env=own, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL
    )
    try:
        assert process.stdout is not None
        told = (await asyncio.wait_for(process.stdout.readline(), STARTS_WITHIN)).decode()
        assert f"http://127.0.0.1:{unused_tcp_port}" in told
    finally:
        process.terminate()
        await asyncio.wait_for(process.wait(), 15)
    assert process.returncode == 0


def test_a_questionnaire_is_read_out_question_by_question(here: Path) -> None:
    done = roundtable(here, "questionnaire", "check", str(ROOT / "bot" / "data" / "our_partners.xlsx"))
    assert done.returncode == 0
    assert "24 вопроса" in done.stdout
    assert "5. Как давно вы сотрудничаете (сотрудничали)? (один ответ, строка 9)\n" in done.stdout
    assert "↳ если в вопросе 4 выбрано «да, сейчас» или «раньше, сейчас нет»\n" in done.stdout


MEDIA_OFF = """Строка 3: картинки, файлы и места библиотека не собирает (image). \
Их разрешает настройка privacy.media_answers."""


def test_all_faults_of_a_questionnaire_are_told_with_their_rows(here: Path) -> None:
    rows = [["type", "name", "label", "relevant"], ["text", "a", "А", "${b} ="], ["image", "b", "Б"]]
    (here / "bad.xlsx").write_bytes(workbook(rows))
    done = roundtable(here, "questionnaire", "check", "bad.xlsx")
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "Строка 2, столбец relevant: выражение обрывается: ${b} =",
        MEDIA_OFF,
    ]


@pytest.mark.skipif(not POSTGRES, reason=NO_POSTGRES)
async def test_everything_moves_to_a_server_by_one_command(here: Path) -> None:
    url = f"sqlite+aiosqlite:///{here / 'roundtable.db'}"
    await asyncio.to_thread(roundtable, here, "import", "branches", str(ROOT / "bot" / "data" / "branches.csv"))
    async with database("postgresql", here) as target:
        done = await asyncio.to_thread(roundtable, here, "copy", url, target)
        assert (done.returncode, done.stdout.splitlines()[0]) == (0, "branches: 3 из 3")
        again = await asyncio.to_thread(roundtable, here, "copy", url, target)
        assert (again.returncode, "Там уже что-то есть" in again.stderr) == (2, True)
