"""HTML as Telegram reads it: text, and entities counted in UTF-16 units."""

import re
from html import unescape
from typing import Any

from sandbox.errors import bad

TOKENS = re.compile(r"<(/?)([a-zA-Z0-9-]*)([^<>]*)>|&(#?\w+);|([<&])|([^<&]+)")
TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
}
NAMED = {"lt", "gt", "amp", "quot"}
HREF = re.compile(r"""href\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))""")
COMMAND = re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,32}(?:@\w+)?")


def units(text: str) -> int:
    """Length in UTF-16 units, as Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


class _Reader:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.open: list[tuple[str, int, dict[str, Any]]] = []
        self.entities: list[dict[str, Any]] = []

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.length += units(text)

    def start(self, tag: str, rest: str, at: int) -> None:
        if tag not in TAGS:
            raise _unparsable(f'Unsupported start tag "{tag}" at byte offset {at}')
        extra: dict[str, Any] = {}
        if tag == "a" and (found := HREF.search(rest)):
            extra["url"] = unescape(next(filter(None, found.groups()), ""))
        self.open.append((tag, self.length, extra))

    def end(self, tag: str, at: int) -> None:
        if not self.open:
            raise _unparsable(f"Unexpected end tag at byte offset {at}")
        opened, start, extra = self.open.pop()
        if tag and opened != tag:
            raise _unparsable(f'Unmatched end tag at byte offset {at}, expected "</{opened}>", found "</{tag}>"')
        if self.length > start:
            entity = {"type": TAGS[opened], "offset": start, "length": self.length - start}
            self.entities.append(entity | extra)


def parse_html(source: str) -> tuple[str, list[dict[str, Any]]]:
    """Text and entities of an HTML message; the Bot API's refusal if it can't be parsed."""
    reader = _Reader()
    for token in TOKENS.finditer(source):
        slash, tag, rest, escape, stray, text = token.groups()
        at = len(source[: token.start()].encode())
        if text is not None:
            reader.add(text)
        elif escape is not None:
            reader.add(unescape(f"&{escape};") if escape in NAMED or escape.startswith("#") else f"&{escape};")
        elif stray == "&":
            reader.add("&")
        elif stray == "<":
            raise _unparsable(f"Unclosed start tag at byte offset {at}")
        elif slash:
            reader.end(tag.lower(), at)
        else:
            reader.start(tag.lower(), rest, at)
    if reader.open:
        raise _unparsable(f'Can\'t find end tag corresponding to start tag "{reader.open[-1][0]}"')
    return _trimmed("".join(reader.parts), sorted(reader.entities, key=lambda one: one["offset"]))


def commands_in(text: str) -> list[dict[str, Any]]:
    """The entities of commands that a person typed."""
    return [
        {"type": "bot_command", "offset": units(text[: found.start()]), "length": units(found[0])}
        for found in COMMAND.finditer(text)
    ]


def _trimmed(text: str, entities: list[dict[str, Any]]) -> tuple[str, list[dict[str, Any]]]:
    """Telegram drops white space at the ends."""
    lead = units(text) - units(text.lstrip())
    text = text.strip()
    most = units(text)
    kept = []
    for one in entities:
        start = max(0, one["offset"] - lead)
        end = min(most, one["offset"] - lead + one["length"])
        if end > start:
            kept.append(one | {"offset": start, "length": end - start})
    return text, kept


def _unparsable(why: str) -> Exception:
    return bad(f"can't parse entities: {why}")
