"""What results are made of, fetched."""

from domain.partner import SECTORS
from domain.questionnaire.model import Item
from domain.results import REST, Answered
from domain.results_sheets import Material, words_in
from domain.survey import Survey, SurveyState
from handlers.forms.desk import Context
from handlers.partners.words import sector_name
from handlers.say import Say
from storage.responses import Response


async def material_of(ctx: Context, survey: Survey) -> Material:
    kept = await ctx.store.questionnaires.get(survey.fields.questionnaire_id)
    sent = await ctx.store.responses.of(survey.id)
    partners = {one.id: one for one in await ctx.store.partners.those([one.partner_id for one in sent])}
    answered = [
        Answered(one.id, one.partner_id, partners[one.partner_id].sector, one.answers)
        for one in sent
        if one.partner_id in partners
    ]
    branches = {str(one.id): one.short_name for one in await ctx.store.branches.all()}
    return Material(
        questionnaire=kept.questionnaire,
        responses=answered,
        partners={key: one.short_name for key, one in partners.items()},
        groups={one: sector_name(one, ctx.say) for one in SECTORS},
        quotes=await _quotes(ctx, survey.id, sent),
        words=branches | _words(ctx.say),
        language=ctx.say.language,
    )


async def earlier(ctx: Context, survey: Survey) -> Survey | None:
    """The wave before: the newest earlier survey with a questionnaire of the same name."""
    name = (await ctx.store.questionnaires.get(survey.fields.questionnaire_id)).questionnaire.name
    every = await ctx.store.surveys.all(100)
    before = [one for one in every if one.fields.wave < survey.fields.wave and one.state is not SurveyState.DRAFT]
    for one in sorted(before, key=lambda each: (-each.fields.wave, -each.id)):
        if (await ctx.store.questionnaires.get(one.fields.questionnaire_id)).questionnaire.name == name:
            return one
    return None


async def _quotes(ctx: Context, survey_id: int, sent: list[Response]) -> dict[tuple[int, str], str]:
    """Own words that a librarian has let through, as they stand or as they were edited."""
    reviews, found = await ctx.store.reviews.of(survey_id), {one.id: one for one in sent}
    quotes = {}
    for (response_id, question), review in reviews.items():
        item = Item("text", question)
        text = review.text or (words_in(found[response_id].answers, item) if response_id in found else None)
        if review.is_shown and text:
            quotes[response_id, question] = text
    return quotes


def _words(say: Say) -> dict[str, str]:
    return {
        "summary": say.plain("results-sheet-summary"),
        "groups": say.plain("results-sheet-groups"),
        "raw": say.plain("results-sheet-raw"),
        "question": say.plain("results-column-question"),
        "option": say.plain("results-column-option"),
        "count": say.plain("results-column-count"),
        "n": say.plain("results-column-n"),
        "share": say.plain("results-column-share"),
        "group": say.plain("results-column-group"),
        "organisation": say.plain("results-column-organisation"),
        "mean": say.plain("results-column-mean"),
        "lowest": say.plain("results-column-lowest"),
        "highest": say.plain("results-column-highest"),
        "unreviewed": say.plain("results-unreviewed"),
        "other": say.plain("survey-option-other"),
        REST: say.plain("results-rest"),
    }
