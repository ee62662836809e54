"""What results are made of: counted by another process, and kept as long as nobody answers or changes an answer."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

from domain.partner import SECTORS
from domain.questionnaire.model import Questionnaire
from domain.results import REST, Rate
from domain.results_sheets import Wording
from domain.results_summary import Summary
from domain.sheaf import Sheaf, packed
from domain.survey import Survey, SurveyState
from handlers.forms.desk import Context
from handlers.partners.words import sector_name
from handlers.say import Say
from handlers.surveys.asking import BRANCH
from handlers.surveys.result_files import ResultFiles
from storage.store import Store
from storage.surveys import Standing
from storage.tallies import Quoted, Stamp


@dataclass(frozen=True, slots=True)
class Found:
    """What a survey has brought so far."""

    survey: Survey
    questionnaire: Questionnaire
    summary: Summary
    wording: Wording
    rate: Rate
    stamp: Stamp


async def found(ctx: Context, results: ResultFiles, survey: Survey) -> Found:
    """The counts: at once, unless something has been answered since."""
    questionnaire = (await ctx.store.questionnaires.get(survey.fields.questionnaire_id)).questionnaire
    stamp = await ctx.store.tallies.stamp(survey.id)

    async def count() -> Summary:
        return await results.count(Sheaf(questionnaire, await _lines(ctx, survey.id)))

    summary = await results.shelf.get(("summary", survey.id), stamp, count)
    standing = (await ctx.store.surveys.standings([survey.id])).get(survey.id, Standing())
    rate = Rate(standing.meant, standing.sent)
    return Found(survey, questionnaire, summary, await wording(ctx.store, ctx.say), rate, stamp)


async def sheaf(ctx: Context, survey: Survey) -> Sheaf:
    """All answers with what may be quoted of them, for another process."""
    questionnaire = (await ctx.store.questionnaires.get(survey.fields.questionnaire_id)).questionnaire
    decisions = [packed(piece) async for piece in ctx.store.tallies.decisions(survey.id)]
    return Sheaf(questionnaire, await _lines(ctx, survey.id), tuple(decisions), await wording(ctx.store, ctx.say))


async def wording(store: Store, say: Say) -> Wording:
    """What results are said in."""
    branches = {BRANCH.format(id=one.id): one.short_name for one in await store.branches.all()}
    groups = {one: sector_name(one, say) for one in SECTORS}
    return Wording(groups, branches | _words(say), say.language)


async def earlier(ctx: Context, survey: Survey) -> Survey | None:
    """The wave before: the newest earlier survey with a questionnaire of the same name."""
    name = (await ctx.store.questionnaires.get(survey.fields.questionnaire_id)).questionnaire.name
    every = await ctx.store.surveys.all(100)
    before = [one for one in every if one.fields.wave < survey.fields.wave and one.state is not SurveyState.DRAFT]
    for one in sorted(before, key=lambda each: (-each.fields.wave, -each.id)):
        if (await ctx.store.questionnaires.get(one.fields.questionnaire_id)).questionnaire.name == name:
            return one
    return None


async def quotes(ctx: Context, survey_id: int, most: int) -> Mapping[str, Quoted]:
    """What may be quoted, by question."""
    return await ctx.store.tallies.quoted(survey_id, most)


async def _lines(ctx: Context, survey_id: int) -> tuple[bytes, ...]:
    """Packed in a thread: it takes a while, and lets others go on."""
    return tuple([await asyncio.to_thread(packed, piece) async for piece in ctx.store.tallies.lines(survey_id)])


def _words(say: Say) -> dict[str, str]:
    sheets = ("summary", "groups", "raw", "quotes")
    columns = ("question", "option", "count", "n", "share", "group", "organisation", "quote", "mean", "lowest")
    return {
        **{name: say.plain(f"results-sheet-{name}") for name in sheets},
        **{name: say.plain(f"results-column-{name}") for name in (*columns, "highest")},
        "other": say.plain("survey-option-other"),
        REST: say.plain("results-rest"),
    }
