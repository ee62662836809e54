"""The columns that XLSForm lacks, written `bind::rt_…` in the sheet «survey» (pyxform lets them through).

| column | what it says |
|---|---|
| `rt_exclusive` | options that exclude all the others, with a space between: `nothing` |
| `rt_least`, `rt_most` | how many options must and may be ticked, or letters typed (`rt_most`) |
| `rt_other_most` | letters of an own value, 80 unless said |
| `rt_list` | a list taken from the register: `branches`; the options of the sheet come after it |
| `rt_from` | proposed from the partner's card: `sector`, `grade` |
| `rt_words_when`, `rt_words` | other words where the expression holds; `rt_words::Русский (ru)` in a language |
"""

from domain.questionnaire.model import Item, Labels

COLUMNS = frozenset({"exclusive", "least", "most", "other_most", "list", "words_when", "words", "from"})
CARD = frozenset({"sector", "grade"})
"""What `rt_from` may name."""
LISTS = frozenset({"branches"})
"""What `rt_list` may name."""


def is_known(column: str) -> bool:
    """Whether there is such a column; only words have languages."""
    name, _, language = column.partition("::")
    return name in COLUMNS and (not language or name == "words")


def words(item: Item) -> Labels:
    """The other words by language."""
    named = {column.partition("::")[2]: words for column, words in item.rt.items() if column.split("::")[0] == "words"}
    return {language: words for language, words in named.items() if words}


def exclusive(item: Item) -> frozenset[str]:
    return frozenset(item.rt.get("exclusive", "").split())


def number(item: Item, column: str, otherwise: int) -> int:
    """A number of one of the columns."""
    text = item.rt.get(column, "")
    return int(text) if text.isdecimal() else otherwise
