"""Texts, captions and their formatting: what Telegram takes, and in which words it refuses the rest."""

from typing import Any

import pytest

from sandbox.entities import parse_html
from sandbox.errors import ApiError
from sandbox.people import Person
from tests.sandbox.conftest import Call, picture, refused, sent

ENDS_AFTER = "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 2"
WRONG_URL = "entity URL 'no' is invalid: Wrong HTTP URL"


def bold(offset: int, length: int, kind: str = "bold") -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length}


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({}, "message text is empty"),
        ({"text": ""}, "message text is empty"),
        ({"text": " \n "}, "text must be non-empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "text must be non-empty"),
        ({"text": "я" * 4097}, "message is too long"),
        ({"text": "😀" * 2049}, "message is too long"),
        ({"text": "я" * 16_385}, "text is too long"),
        ({"text": "x", "parse_mode": "Foo"}, "unsupported parse_mode"),
        ({"text": "x", "entities": [bold(0, 2)]}, ENDS_AFTER),
        ({"text": "x", "entities": [bold(1, 1)]}, "entity begins after the end of the text at UTF-16 offset 1"),
        ({"text": "x", "entities": [bold(-1, 1)]}, "receive an entity with incorrect offset -1"),
        ({"text": "x", "entities": [bold(0, 1, "loud")]}, "can't parse MessageEntity: Unsupported type specified"),
        ({"text": "x", "entities": [bold(0, 1, "text_link")]}, "can't parse MessageEntity: Can't find field \"url\""),
        ({"text": "x", "entities": ["bold"]}, "can't parse MessageEntity: expected an Object"),
        ({"text": "x", "entities": [bold(0, 1, "text_link") | {"url": "no"}]}, WRONG_URL),
    ],
)
async def test_a_text_that_cannot_be(call: Call, anna: Person, params: dict[str, Any], words: str) -> None:
    await refused(call, words, "sendMessage", chat_id=anna.id, **params)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("я<script>x</script>", 'Unsupported start tag "script" at byte offset 2'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("1 <", "Unclosed start tag at byte offset 2"),
        ("1 <2> 3", 'Unsupported start tag "2" at byte offset 2'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<a href", 'Unclosed start tag "a" at byte offset 0'),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ('<a ="x">x</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=я>x</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<tg-emoji emoji-id="x">👍</tg-emoji>', "Invalid custom emoji identifier specified"),
    ],
)
def test_html_that_cannot_be_read(source: str, words: str) -> None:
    with pytest.raises(ApiError) as caught:
        parse_html(source)
    assert caught.value.description == f"Bad Request: can't parse entities: {words}"


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>да</b> и <i>нет</i>", "да и нет", [("bold", 0, 2), ("italic", 5, 3)]),
        ("  <b>да</b>  ", "да", [("bold", 0, 2)]),
        ("😀<b>x</b>", "😀x", [("bold", 2, 1)]),
        ("a &lt;b&gt; &amp; &quot;c&quot; &copy; &#169;", 'a <b> & "c" &copy; ©', []),
        ('<a href="https://t.me">тут</a>', "тут", [("text_link", 0, 3)]),
        ("<a href='https://t.me/?a=1&amp;b=2'>тут</a>", "тут", [("text_link", 0, 3)]),
        ("<a>просто</a>", "просто", []),
        ("<b></b>пусто", "пусто", []),
        ("<a href=>x</a>", "x", []),
        ("<STRONG>x</STRONG><ins>y</ins>", "xy", [("bold", 0, 1), ("underline", 1, 1)]),
        ("<b>x</>", "x", [("bold", 0, 1)]),
        ('<pre><code class="language-py">x</code></pre>', "x", [("pre", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
        ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
        ('<tg-emoji emoji-id="5">👍</tg-emoji>', "👍", [("custom_emoji", 0, 2)]),
    ],
)
def test_html_becomes_text_with_entities(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    found, marks = parse_html(source)
    assert found == text
    assert [(one["type"], one["offset"], one["length"]) for one in marks] == entities


async def test_the_longest_text_and_caption_are_sent(call: Call, anna: Person) -> None:
    await sent(call, "sendMessage", chat_id=anna.id, text="я" * 4096)
    await sent(call, "sendMessage", chat_id=anna.id, text="<b>" + "я" * 4096 + "</b>", parse_mode="html")
    await sent(call, "sendPhoto", chat_id=anna.id, photo=picture(), caption="я" * 1024)
    words = "message caption is too long"
    await refused(call, words, "sendPhoto", chat_id=anna.id, photo=picture(), caption="я" * 1025)


async def test_telegram_finds_commands_links_and_names_by_itself(call: Call, anna: Person) -> None:
    text = "/help @roundtable_bot 😀 https://t.me/x, a@b.ru <code>/no</code>"
    message = await sent(call, "sendMessage", chat_id=anna.id, text=text, parse_mode="HTML")
    found = [(one["type"], one["offset"], one["length"]) for one in message["entities"]]
    expected = [("bot_command", 0, 5), ("mention", 6, 15), ("url", 25, 14), ("email", 41, 6), ("code", 48, 3)]
    assert found == expected


async def test_entities_that_were_counted_are_kept_and_no_mode_is_none(call: Call, anna: Person) -> None:
    entities = [bold(0, 2), bold(0, 2, "url")]
    message = await sent(call, "sendMessage", chat_id=anna.id, text="да!", entities=entities, parse_mode="None")
    assert message["entities"] == [bold(0, 2)]


async def test_beyond_a_hundred_entities_there_is_only_text(call: Call, anna: Person) -> None:
    message = await sent(call, "sendMessage", chat_id=anna.id, text="<b>x</b> " * 101, parse_mode="HTML")
    assert len(message["entities"]) == 100
