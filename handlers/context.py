"""What every conversation knows of the library it serves."""

from dataclasses import dataclass

from domain.consent_text import ConsentTexts
from domain.policy import Policy

NO_TEXTS = ConsentTexts()


@dataclass(frozen=True, slots=True)
class Operator:
    """Who answers for personal data; named in the consent's text (DOMAIN.md §6.2)."""

    name: str = ""
    address: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Library:
    """The library's name, habits of time and languages, and the bot's own addresses.

    Unless `personal_data_in_chat`, names, telephones and files that hold them are neither shown nor taken in chat
    (DOMAIN.md §6.3): `handlers.elsewhere` leads to a page of the bot's own. `pages_url` is empty where it has none.
    `contact`: what papers print.
    """

    name: str
    policy: Policy
    languages: tuple[str, ...]
    bot_username: str
    operator: Operator = Operator()
    personal_data_in_chat: bool = False
    pages_url: str = ""
    consents: ConsentTexts = NO_TEXTS
    contact: str = ""

    def link(self, payload: str) -> str:
        """A link that opens the bot, with a payload if there is one (≤64 characters of A–Z a–z 0–9 _ -)."""
        return f"https://t.me/{self.bot_username}" + (f"?start={payload}" if payload else "")

    def group_link(self, payload: str) -> str:
        """A link that adds the bot to a group and starts it there."""
        return f"https://t.me/{self.bot_username}?startgroup={payload}"
