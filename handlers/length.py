"""How long a text is, and what of it there is room for: a messenger counts in UTF-16, where most emoji are two."""

import re
from collections.abc import Iterable
from html import unescape
from itertools import accumulate

from handlers.say import Html

UTF_16 = "utf-16-le"
TAG = re.compile(r"<(/?)([a-z-]+)[^>]*>")
BROKEN = re.compile(r"(?:<[^>]*|&[^;\s]*)\Z")
MORE = "…"


def units(text: str) -> int:
    """The length as a messenger counts it, which does not count markup."""
    return len(text.encode(UTF_16, "surrogatepass")) // 2


def cut(text: str, most: int) -> str:
    """As much of the text as is not longer than `most`, with no letter cut in two."""
    return text.encode(UTF_16, "surrogatepass")[: 2 * most].decode(UTF_16, "ignore")


def fitting(text: Html, most: int) -> Html:
    """The text, or of one that is too long the first lines, with every tag closed."""
    if units(text) <= most or units(unescape(TAG.sub("", text))) <= most:
        return text
    lines = text.split("\n")
    ends = accumulate(units(line) + 1 for line in lines)
    number = sum(end <= most - units(MORE) for end in ends)
    kept = "\n".join(lines[:number]) if number else BROKEN.sub("", cut(text, most - units(MORE)))
    return Html(_closed(kept.rstrip()) + ("\n" if number else "") + MORE)


def paged(blocks: Iterable[Html], most: int, by: str = "\n") -> list[Html]:
    """The blocks, one below the other, on as few pages of `most` as they fit on; none is divided."""
    pages: list[Html] = []
    for block in blocks:
        if pages and units(pages[-1]) + units(by + block) <= most:
            pages[-1] = Html(pages[-1] + by + block)
        else:
            pages.append(Html(block.lstrip("\n")))
    return pages


def _closed(text: str) -> str:
    """The text with every tag closed that is open at its end."""
    unclosed: list[str] = []
    for slash, name in TAG.findall(text):
        if slash:
            unclosed.pop()
        else:
            unclosed.append(name)
    return text + "".join(f"</{name}>" for name in reversed(unclosed))
