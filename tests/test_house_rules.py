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


def test_sql_is_never_put_together_from_strings() -> None:
    """Statements are built by SQLAlchemy with bound parameters; `text()` and driver calls are for our own pragmas."""
    suspicious = re.compile(r"exec_driver_sql\((?!begin\))|\btext\(f|execute\(f['\"](?!PRAGMA)")
    assert not [
        str(file.relative_to(ROOT)) for file in files("storage") if suspicious.search(file.read_text(encoding="utf-8"))
    ]
