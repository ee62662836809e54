"""What every screen knows of the library that the bot belongs to, out of the settings."""

from bot.settings import Settings
from domain.consent_text import ConsentTexts
from domain.policy import Policy
from handlers.context import Library, Operator


def library_of(settings: Settings, policy: Policy, consents: ConsentTexts, bot_username: str) -> Library:
    about, privacy = settings.library, settings.privacy
    return Library(
        name=about.name,
        policy=policy,
        languages=about.languages,
        bot_username=bot_username,
        operator=Operator(privacy.operator, privacy.address, privacy.contact),
        personal_data_in_chat=privacy.personal_data_in_chat,
        pages_url=settings.web.url,
        consents=consents,
        contact=settings.papers.contact,
    )
