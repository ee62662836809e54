"""Typing made fit for print: «ёлочки», dashes, spaces that do not break."""

import re

NB = "\u00a0"
QUOTED = re.compile(r'(?<![\w»"])"(?=\S)([^"\n]*?)(?<=\S)"(?!\w)')
DASH = re.compile(r"(?<=[\w»)\".]) [-–—] (?=\S)")
SHORT = r"в|во|и|к|ко|с|со|о|об|у|на|не|но|из|за|от|до|по|а|я|им\.|г\.|ул\.|д\."
"""What never ends a line."""
MONTHS = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
RULES = (
    (re.compile(r"\.\.\."), "…"),
    (re.compile(r"(?<=\d) (?=%|\(\d)"), NB),
    (re.compile(r"(?<=№) ?(?=\d)"), NB),
    (re.compile(r"(?<=\b[nN]) ?= ?(?=\d)"), f"{NB}={NB}"),
    (re.compile(r"(?<=\b[А-ЯЁ]\.) (?=[А-ЯЁ])"), NB),
    (re.compile(r"(?<=[а-яё]) (?=[А-ЯЁ]\.[А-ЯЁ]\.)"), NB),
    (re.compile(rf"(?<![\w-])({SHORT}) (?=\S)", re.IGNORECASE), rf"\1{NB}"),
    (re.compile(rf"(?<=\d) (?=(?:{MONTHS})\b)"), NB),
    (re.compile(r"(?<=\d) (?=(?:г\.|лет|год|минут|ответ|организац|из \d))"), NB),
)
"""Of Russian."""


def typeset(text: str, language: str = "ru") -> str:
    """The text as a good editor would set it; twice is as good as once."""
    if language != "ru":
        return text
    text = QUOTED.sub(r"«\1»", text)
    text = DASH.sub(f"{NB}– ", text)
    for pattern, instead in RULES:
        text = pattern.sub(instead, text)
    return text
