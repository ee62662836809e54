"""Telephones, read in any way of writing and printed in one (DOMAIN.md §8.2)."""

import re

from domain.refusal import Refusal

REGION = "RU"
AREA = "4822"
"""The code of Tver, which its people leave out before six figures."""
LOCAL = re.compile(r"\d{6}")
LABEL = re.compile(r"^(?:телефон|тел|моб|раб|сот|факс|т|ф|phone|tel)\b[.:]?\s*(?:/?\s*факс[.:]?)?\s*", re.IGNORECASE)
BOTH = re.compile(
    r"\b(?:(?:телефон|тел|т)\.?\s*/\s*(?:факс|ф)|(?:факс|ф)\.?\s*/\s*(?:телефон|тел|т))\b[.:]*(?=\s*[\d+(])",
    re.IGNORECASE,
)
"""Before a number for both: «т/ф», «тел./факс»."""
EXTENSION = re.compile(
    r"[\s,;(]*(?:добавочный|доб|внутренний|внутр|вн|ext|extension|#)[\s.:=№]*(\d{1,8})[\s).]*$", re.IGNORECASE
)
LETTERS = re.compile(r"[^\d\s()+\-–—−‑./]")
MARK = ";ext="
"""What parts the number from its extension where it is kept."""
THREE = re.compile(r"9\d\d|80\d|49[589]|812|34[237]|351|383|391|831|843|846|861|863")
"""Codes of three figures: mobile, free of charge, large cities. Other capitals of regions have four, ending in 2."""


def read_phone(text: str) -> str:
    """The telephone as it is kept: «+74822342920», with «;ext=12» where there is an extension.

    `Refusal("phone-unclear")` for what is none, or several.
    """
    import phonenumbers

    plain, extension = _without_extension(LABEL.sub("", as_telephone(text).strip()))
    figures = re.sub(r"\D", "", plain)
    if LETTERS.search(plain) or not figures:
        raise Refusal("phone-unclear")
    try:
        number = phonenumbers.parse(AREA + figures if LOCAL.fullmatch(figures) else plain, REGION)
    except phonenumbers.NumberParseException:
        raise Refusal("phone-unclear") from None
    if not phonenumbers.is_valid_number(number) or number.extension:
        raise Refusal("phone-unclear")
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return e164 + (MARK + extension if extension else "")


def phone_words(kept: str, extension: str = "доб.") -> str:
    """The kept telephone as it is printed: «+7 (4822) 34-29-20, доб. 12»."""
    number, _, ext = kept.partition(MARK)
    return _printed(number) + (f", {extension} {ext}" if ext else "")


def as_telephone(text: str) -> str:
    """The text in which a number that is a fax, too, has the label of a telephone."""
    return BOTH.sub("тел.", text)


def _without_extension(text: str) -> tuple[str, str]:
    found = EXTENSION.search(text)
    return (text[: found.start()], found[1]) if found else (text, "")


def _printed(number: str) -> str:
    if not re.fullmatch(r"\+7\d{10}", number):
        return _abroad(number)
    national = number[2:]
    length = 3 if THREE.match(national) else 4 if national[3] == "2" else 5
    code, own = national[:length], national[length:]
    return f"+7 ({code}) {own[:-4]}-{own[-4:-2]}-{own[-2:]}"


def _abroad(number: str) -> str:
    import phonenumbers

    try:
        return phonenumbers.format_number(phonenumbers.parse(number), phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    except phonenumbers.NumberParseException:
        return number
