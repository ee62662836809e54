"""The questionnaire of a survey as a form: made once for each language, and kept as long as the upload is."""

from weakref import WeakKeyDictionary

from domain.forms import Form, Option
from domain.questionnaire.form import Asked, Telling
from domain.survey import Survey
from handlers.forms.desk import Context
from storage.questionnaires import Kept

BRANCHES = "branches"
BRANCH = "b{id}"
"""The option of a branch."""

_forms: WeakKeyDictionary[Kept, dict[str, tuple[tuple[Option, ...], Asked]]] = WeakKeyDictionary()
"""By the upload itself, never by its number: another database has others. With the branches they were made with."""


async def form_for(ctx: Context, survey: Survey) -> Form:
    """The form that this person is asked."""
    return await form_of_upload(ctx, await ctx.store.questionnaires.get(survey.fields.questionnaire_id))


async def form_of_upload(ctx: Context, kept: Kept) -> Form:
    """The form of an upload, as it is asked in a survey and in its trial."""
    return asked(kept, ctx.say.language, await branch_options(ctx, kept)).at(ctx.now_local)


def asked(kept: Kept, language: str, branches: tuple[Option, ...]) -> Asked:
    """The form of an upload in a language, the same one as long as nothing of it has changed."""
    known = _forms.setdefault(kept, {})
    if language not in known or known[language][0] != branches:
        telling = Telling(kept.created_at.replace(tzinfo=None), language, {BRANCHES: branches}, pictures=kept.pictures)
        known[language] = (branches, Asked(kept.questionnaire, telling))
    return known[language][1]


async def branch_options(ctx: Context, kept: Kept) -> tuple[Option, ...]:
    """The library's branches where the questionnaire asks for them; they are found by name and by street."""
    if not any(item.rt.get("list") == BRANCHES for item in kept.questionnaire.walk()):
        return ()
    return tuple(
        Option(BRANCH.format(id=one.id), one.short_name, one.id, aliases=(one.name, *one.aliases, one.address))
        for one in await ctx.store.branches.named()
    )
