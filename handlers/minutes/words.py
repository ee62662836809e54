"""What was taken on, in words; what is left of earlier events heads the agenda of the next."""

from domain.event import Event
from domain.minutes import Action
from handlers.card import shortened
from handlers.forms.desk import Context
from handlers.say import Html, join

LETTERS = 200
LEFT = 5


def action_line(number: int, action: Action, ctx: Context) -> Html:
    """«1. Колледж: подготовить план, до 1 сентября 2018 г.»; 0: without a number."""
    say, today = ctx.say, ctx.now_local.date()
    due = say.day(action.due_on, weekday=False) if action.due_on else "none"
    state = "done" if action.is_done else "late" if action.is_late(today) else "open"
    return say(
        "minutes-action",
        number=number,
        who=action.organisation or ctx.library.name,
        text=shortened(action.text, LETTERS),
        due=due,
        state=state,
    )


async def left_words(event: Event, ctx: Context) -> Html | None:
    """What earlier events of this kind have left to do; None for nothing."""
    left = await ctx.store.actions.open_before(event)
    if not left or event.is_over:
        return None
    more = len(left) - LEFT
    lines = [action_line(0, one, ctx) for one in left[:LEFT]]
    return join(ctx.say("minutes-left"), *lines, ctx.say("minutes-left-more", number=more) if more > 0 else None)
