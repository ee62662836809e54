"""How people and moments of a survey are called."""

from collections.abc import Collection, Mapping

from domain.survey import Survey
from handlers.forms.desk import Context
from handlers.say import Html


async def who(ctx: Context, member_ids: Collection[int]) -> Mapping[int, Html]:
    """Who they are to the person: «вы», a name where names may be shown in chat, else «коллега»."""
    named = {}
    for member_id in set(member_ids):
        if member_id == ctx.person.id:
            named[member_id] = ctx.say("survey-you")
            continue
        found = await ctx.store.members.find(member_id) if ctx.library.personal_data_in_chat else None
        named[member_id] = ctx.say.text(found.name) if found else ctx.say("survey-colleague")
    return named


def until(ctx: Context, survey: Survey) -> Html:
    return ctx.say.moment(survey.fields.closes_at)
