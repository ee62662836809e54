"""What somebody has answered to surveys and with sign-ups, in the words of the questions and of their options."""

from html import unescape

from domain.forms import Kind, Value
from handlers.forms.desk import Context, Desk
from handlers.forms.values import value_words
from handlers.my_data import Spoken
from handlers.surveys.kind import sent_desk
from storage.personal import PersonalData, Record


async def in_words(data: PersonalData, ctx: Context) -> PersonalData:
    """All that is kept, its answers as people read them: how programs call an option stands in the other file."""
    surveys = [await _to_survey(one, ctx) for one in data.get("responses", ())]
    sign_ups = [one | {"answers": Spoken(tuple(one["answers"].items()))} for one in data.get("sign-up", ())]
    spoken = {"responses": surveys, "sign-up": sign_ups}
    return {part: spoken.get(part, records) for part, records in data.items()}


async def _to_survey(record: Record, ctx: Context) -> Record:
    rest = {name: value for name, value in record.items() if name not in ("survey_id", "partner_id")}
    response = await ctx.store.responses.find(record["survey_id"], record["partner_id"])
    if response is None:  # sent back to nothing since it was read
        return rest
    desk = await sent_desk(ctx, await ctx.store.surveys.get(response.survey_id), response)
    places = desk.form.places
    given = sorted(response.answers.items(), key=lambda one: places.get(one[0], len(places)))
    return rest | {"answers": Spoken(tuple(pair for key, value in given for pair in _pairs(desk, key, value)))}


def _pairs(desk: Desk, key: str, value: Value) -> tuple[tuple[str, str], ...]:
    """The question with its answer; what the questionnaire reckons out for itself is for programs."""
    if key not in desk.form.places:
        return ((key, str(value)),)
    question = desk.form.question(key)
    if question.kind is Kind.COMPUTED:
        return ()
    return ((" ".join(desk.label(question).split()), unescape(value_words(desk, question, value))),)
