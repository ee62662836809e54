"""The shape of the house, read from its own imports and texts (DESIGN.md, "Shape")."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ORDER = ("domain", "storage", "handlers", "bot")
ALONE = "sandbox"
STARTS_SANDBOX = {"bot/run.py", "bot/sample.py"}
READERS = {
    "branch_table.py",
    "dates_in_text.py",
    "name_in_text.py",
    "oneline.py",
    "opening_hours.py",
    "partner_aside.py",
    "partner_words.py",
    "times_in_text.py",
    "when.py",
}
"""What reads people's words has to know them; it says none."""
SENTENCE = re.compile(r"[а-яё]{3}.*\s.*[а-яё]{3}", re.IGNORECASE)


def files(*packages: str) -> Iterator[Path]:
    for package in packages:
        yield from (ROOT / package).rglob("*.py")


def imports(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("package", ORDER)
def test_imports_go_one_way(package: str) -> None:
    later = set(ORDER[ORDER.index(package) + 1 :])
    wrong = {str(file.relative_to(ROOT)): imports(file) & later for file in files(package)}
    assert not {file: found for file, found in wrong.items() if found}


def test_the_sandbox_knows_nobody_and_only_the_command_line_knows_it() -> None:
    assert not [file for file in files(ALONE) if imports(file) & set(ORDER)]
    knowing = {str(file.relative_to(ROOT)) for file in files(*ORDER) if ALONE in imports(file)}
    assert knowing <= STARTS_SANDBOX


@pytest.mark.parametrize(
    ("library", "packages"),
    [("aiogram", ("domain", "storage", "sandbox")), ("sqlalchemy", ("domain", "handlers", "sandbox"))],
)
def test_each_library_is_known_where_it_belongs(library: str, packages: tuple[str, ...]) -> None:
    assert not [str(file.relative_to(ROOT)) for file in files(*packages) if library in imports(file)]


def _texts(file: Path) -> Iterator[tuple[int, str]]:
    """String constants that are not documentation."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    documentation = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node.lineno, node.value


def test_all_sentences_live_in_the_catalogue() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{line}"
        for file in files(*ORDER)
        if file.name not in READERS
        for line, text in _texts(file)
        if SENTENCE.search(text)
    ]
    assert not found


def test_migrations_are_numbered_one_after_the_other() -> None:
    """Two branches may each have added the next one: Alembic only warns of two with the same number."""
    names = sorted(file.name for file in (ROOT / "storage/migrations/versions").glob("[0-9]*.py"))
    assert [name.split("_")[0] for name in names] == [f"{number:04}" for number in range(1, len(names) + 1)]


RAW_SQL = ("text", "exec_driver_sql", "literal_column", "execute", "executemany", "executescript")
"""Calls that take SQL as it is. SQLAlchemy's own `execute` takes statements that it has built."""
OUR_OWN_STRINGS = {
    ("storage/sqlite.py", "cursor.execute(f'PRAGMA {pragma}')"),  # of the constant PRAGMAS
    ("storage/upsert.py", "text(f'ON CONFLICT {conflict}')"),  # of our own columns' names
}


def _raw_sql(file: Path) -> Iterator[str]:
    """Calls whose SQL is anything but a constant, or something that SQLAlchemy has put together."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        statement = node.args[0]
        made = isinstance(statement, ast.JoinedStr | ast.BinOp) or _is_format(statement)
        if name in RAW_SQL and (made or (name in RAW_SQL[:3] and not isinstance(statement, ast.Constant))):
            yield ast.unparse(node)


def _is_format(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format"


def test_sql_is_never_put_together_from_strings() -> None:
    """Statements are built by SQLAlchemy with bound parameters; what is written out is a constant."""
    found = {(str(file.relative_to(ROOT)), call) for file in files("storage") for call in _raw_sql(file)}
    ours = {(file, call) for file, call in found if any(file == own and end in call for own, end in OUR_OWN_STRINGS)}
    assert found == ours


def test_the_search_for_sql_in_strings_finds_it(tmp_path: Path) -> None:
    bad = (
        "conn.execute(f'DROP {x}')",
        "text('SELECT ' + x)",
        "conn.exec_driver_sql(x)",
        "literal_column('%s'.format(x))",
    )
    (tmp_path / "bad.py").write_text("\n".join((*bad, "text('SELECT 1')", "conn.execute(select(x))")))
    assert len(list(_raw_sql(tmp_path / "bad.py"))) == len(bad)
