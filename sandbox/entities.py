"""HTML as Telegram reads it: text, and entities counted in UTF-16 units; with Telegram's words where it can't."""

import re
from html import unescape

from sandbox.errors import ApiError, bad
from sandbox.shapes import Json, trimmed, units

SPELLINGS = {
    "bold": ("b", "strong"),
    "italic": ("i", "em"),
    "underline": ("u", "ins"),
    "strikethrough": ("s", "strike", "del"),
    "code": ("code",),
    "pre": ("pre",),
    "text_link": ("a",),
    "blockquote": ("blockquote",),
    "spoiler": ("tg-spoiler", "span"),
    "custom_emoji": ("tg-emoji",),
}
TAGS = {tag: kind for kind, tags in SPELLINGS.items() for tag in tags}
PLAIN = re.compile(r"[^<&]+")
ESCAPE = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|(?:lt|gt|amp|quot)(?![a-zA-Z]));?")
NAME = re.compile(r"[^\s>]*")
ATTRIBUTE = re.compile(r"[^\s=>/\"']*")
TOKEN = re.compile(r"[A-Za-z0-9.-]*")
LINK = re.compile(r"(?:https?|tg|tonsite|ton)://\S+|mailto:\S+|tel:\S+|[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?", re.IGNORECASE)


class _Reader:
    """Reads from left to right; `open` are the tags still to be closed: name, where in the text, its attribute."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.begin = 0
        self.text = ""
        self.open: list[tuple[str, int, str]] = []
        self.entities: list[Json] = []

    def read(self) -> None:
        while self.at < len(self.source):
            char = self.source[self.at]
            if char == "<":
                self._tag()
            elif char == "&":
                self.text += self._escape()
            else:
                self.text += self._take(PLAIN)
        if self.open:
            raise _unparsable(f'Can\'t find end tag corresponding to start tag "{self.open[-1][0]}"')

    def _tag(self) -> None:
        self.begin = self.at
        self.at += 1
        if self._peek() == "/":
            self.at += 1
            self._end()
        else:
            self._start()

    def _start(self) -> None:
        tag = self._take(NAME).lower()
        if not self._peek():
            raise self._fault("Unclosed start tag")
        if tag not in TAGS:
            raise self._fault(f'Unsupported start tag "{tag}"')
        self.open.append((tag, units(self.text), self._argument(tag, self._attributes(tag))))

    def _end(self) -> None:
        if not self.open:
            raise self._fault("Unexpected end tag")
        found = self._take(NAME).lower()
        if self._skip_space() != ">":
            raise self._fault("Unclosed end tag")
        self.at += 1
        tag, start, argument = self.open.pop()
        if found not in ("", tag):
            raise self._fault("Unmatched end tag", f', expected "</{tag}>", found "</{found}>"')
        self._close(tag, start, argument)

    def _close(self, tag: str, start: int, argument: str) -> None:
        length = units(self.text) - start
        entity: Json = {"type": TAGS[tag], "offset": start, "length": length}
        entity |= _extra(tag, argument, self._since(start))
        is_link = tag != "a" or LINK.fullmatch(entity["url"])
        if length and is_link:
            self._absorb_code(entity)
            self.entities.append(entity)

    def _absorb_code(self, pre: Json) -> None:
        """`<pre><code class="language-x">` is one entity."""
        last = self.entities[-1] if self.entities else {}
        if pre["type"] == "pre" and last == last | {key: pre[key] for key in ("offset", "length")} | {"type": "code"}:
            self.entities.pop()
            pre.update({"language": last["language"]} if "language" in last else {})

    def _since(self, start: int) -> str:
        return self.text.encode("utf-16-le")[start * 2 :].decode("utf-16-le")

    def _attributes(self, tag: str) -> dict[str, str]:
        found: dict[str, str] = {}
        while self._inside(tag) != ">":
            name = self._take(ATTRIBUTE).lower()
            if not name:
                raise self._fault(f'Empty attribute name in the tag "{tag}"')
            found[name] = ""
            if self._inside(tag) == "=":
                self.at += 1
                found[name] = self._value(tag)
        self.at += 1
        return found

    def _value(self, tag: str) -> str:
        quote = self._inside(tag)
        if quote in "\"'":
            return self._quoted(quote)
        start = self.at
        token = self._take(TOKEN).lower()
        if self._peek() not in (" ", "\t", "\n", "\r", ">"):
            raise _unparsable(f"Unexpected end of name token at byte offset {self._bytes(start)}")
        return token

    def _quoted(self, quote: str) -> str:
        end = self.source.find(quote, self.at + 1)
        if end < 0 or end + 1 == len(self.source):
            raise self._fault("Unclosed start tag")
        literal, self.at = self.source[self.at + 1 : end], end + 1
        return ESCAPE.sub(lambda found: _character(found[0]), literal)

    def _argument(self, tag: str, attributes: dict[str, str]) -> str:
        """What the entity takes from its tag."""
        name = attributes.get("class", "")
        if tag == "span" and name != "tg-spoiler":
            raise self._fault('Tag "span" must have class "tg-spoiler"')
        if tag == "tg-emoji" and not attributes.get("emoji-id", "").isdecimal():
            raise _unparsable("Invalid custom emoji identifier specified")
        wanted = {"a": attributes.get("href", ""), "tg-emoji": attributes.get("emoji-id", "")}
        wanted["blockquote"] = "expandable" if "expandable" in attributes else ""
        wanted["code"] = name.removeprefix("language-") if name.startswith("language-") else ""
        return wanted.get(tag, "")

    def _escape(self) -> str:
        found = ESCAPE.match(self.source, self.at)
        self.at += len(found[0]) if found else 1
        return _character(found[0]) if found else "&"

    def _take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.source, self.at)
        taken = found[0] if found else ""
        self.at += len(taken)
        return taken

    def _peek(self) -> str:
        return self.source[self.at : self.at + 1]

    def _skip_space(self) -> str:
        while self._peek().isspace():
            self.at += 1
        return self._peek()

    def _inside(self, tag: str) -> str:
        """The next letter of a tag that must not end here."""
        char = self._skip_space()
        if not char:
            raise self._fault(f'Unclosed start tag "{tag}"')
        return char

    def _bytes(self, at: int) -> int:
        return len(self.source[:at].encode())

    def _fault(self, what: str, more: str = "") -> ApiError:
        return _unparsable(f"{what} at byte offset {self._bytes(self.begin)}{more}")


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Text and entities of an HTML message; the Bot API's refusal if it can't be parsed."""
    reader = _Reader(source)
    reader.read()
    return trimmed(reader.text, sorted(reader.entities, key=lambda one: (one["offset"], -one["length"])))


def _unparsable(why: str) -> ApiError:
    return bad(f"can't parse entities: {why}")


def _extra(tag: str, argument: str, inner: str) -> Json:
    if tag == "a":
        return {"url": argument or inner}
    if tag == "tg-emoji":
        return {"custom_emoji_id": argument}
    if tag == "code" and argument:
        return {"language": argument}
    return {"type": "expandable_blockquote"} if tag == "blockquote" and argument else {}


def _character(escape: str) -> str:
    return unescape(escape if escape.endswith(";") else f"{escape};")
