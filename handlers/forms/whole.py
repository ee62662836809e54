"""The whole of a form: the preview from which it is sent, the answers that can be changed, the way out."""

from domain.form_walk import walk
from domain.forms import Key, Kind, Question, Words
from domain.progress import is_complete
from handlers.callbacks import FormAnswers, FormLeave, FormPreview, FormResume, FormSubmit, FormTurn, MenuOpen
from handlers.forms.asking import View, question_screen
from handlers.forms.desk import GIVEN, Desk, Preview
from handlers.forms.grid import Cell, grid, word_rows
from handlers.forms.values import value_words
from handlers.length import paged, units
from handlers.say import Html, join
from handlers.screen import LONGEST, Button, Row, Screen
from handlers.words import pager

PAGE = 3000
"""Letters of answers on a page of the preview."""
ADD_ROWS = 4


async def current_screen(desk: Desk, view: View | None = None) -> Screen:
    """Where the form stands: the question, or the preview when there is none."""
    question = desk.question
    if question is not None:
        return await question_screen(desk, question, view or View())
    return await preview_screen(desk, (view or View()).page)


async def preview_screen(desk: Desk, page: int) -> Screen:
    """The whole as it will be, what can be added, and «Отправить»."""
    preview = await desk.kind.preview(desk) if desk.kind.preview else None
    pages = _pages_of(preview.text) if preview else await answer_pages(desk, desk.say("form-preview"))
    turn = pager(page, len(pages), 1, FormPreview(draft=desk.draft.id))
    send = Button(desk.plain(_submit(preview)), FormSubmit(draft=desk.draft.id, revision=desk.draft.revision))
    change = Button(desk.say.plain("form-button-change"), FormAnswers(draft=desk.draft.id))
    text = pages[min(page, len(pages) - 1)]
    photo = preview.photo if preview else None
    ways = preview.ways if preview else ()
    return Screen(text, ((send,), *ways, *_additions(desk), turn, (change, _leave(desk))), photo)


def _pages_of(text: Html) -> list[Html]:
    """The text as it is, or on several pages where it is longer than a message."""
    return [text] if units(text) <= LONGEST else paged(map(Html, text.split("\n")), PAGE)


def answers_screen(desk: Desk, page: int) -> Screen:
    """Every answer that can be changed and every one that can be added, as buttons."""
    cells = [Cell(_name(desk, question), _turn(desk, question)) for question in _shown(desk)]
    whole = grid(cells, page, desk.say)
    turn = pager(page, whole.pages, 1, FormAnswers(draft=desk.draft.id))
    back = Button(desk.say.plain("form-button-to-preview"), FormResume(draft=desk.draft.id))
    return Screen(join(desk.say("form-what-change"), whole.text, by="\n\n"), (*whole.rows, turn, (back,)))


def _name(desk: Desk, question: Question) -> str:
    if question.aside and question.id not in desk.counted:
        return desk.say.plain("form-button-add", label=desk.label(question))
    return desk.label(question)


def leaving_screen(desk: Desk) -> Screen:
    """Asks whether to go on, to put the draft aside, or to delete it."""
    on = Button(desk.say.plain("form-button-resume"), FormResume(draft=desk.draft.id))
    later = Button(desk.say.plain("form-button-later"), FormLeave(draft=desk.draft.id, how=1))
    drop = Button(desk.say.plain("form-button-drop"), FormLeave(draft=desk.draft.id, how=2))
    return Screen(desk.say("form-leaving", title=desk.kind.title(desk)), ((on, later), (drop,)))


def waiting_screen(desk: Desk) -> Screen:
    """The draft waits; one press goes on with it."""
    on = Button(desk.say.plain("form-button-resume"), FormResume(draft=desk.draft.id))
    drop = Button(desk.say.plain("form-button-drop"), FormLeave(draft=desk.draft.id, how=2))
    ways = (on,) if desk.is_shared else (on, drop)
    return Screen(desk.say("form-waiting", title=desk.kind.title(desk)), (ways, (_back(desk),)))


def is_begun(desk: Desk) -> bool:
    """Whether leaving would lose anything that was said here."""
    progress, given = desk.progress, desk.draft.body.get(GIVEN, {})
    passed = not given and progress.skipped
    return bool(progress.selections or passed) or dict(progress.answers) != given


def dropped_screen(desk: Desk, *, begun: bool) -> Screen:
    return Screen(desk.say("form-dropped" if begun else "form-left"), ((_back(desk),),))


def _back(desk: Desk) -> Button:
    return desk.kind.back(desk) if desk.kind.back else Button(desk.say.plain("form-button-menu"), MenuOpen())


def is_ready(desk: Desk) -> bool:
    """Whether the whole can be sent."""
    return is_complete(desk.form, desk.progress)


def _submit(preview: Preview | None) -> Words:
    return preview.submit if preview else Key("form-button-submit")


def _shown(desk: Desk) -> list[Question]:
    return [question for question in walk(desk.form, desk.progress.answers).shown if question.kind is not Kind.NOTE]


def _additions(desk: Desk) -> tuple[Row, ...]:
    """«+ Цель»: what was not asked and is not filled in."""
    open_ = [question for question in _shown(desk) if question.aside and question.id not in desk.counted]
    buttons = [Button(_name(desk, one), _turn(desk, one)) for one in open_]
    return tuple(word_rows(buttons)[:ADD_ROWS])


def _turn(desk: Desk, question: Question) -> FormTurn:
    return FormTurn(draft=desk.draft.id, question=desk.index(question))


def _leave(desk: Desk) -> Button:
    return Button(desk.plain(desk.kind.leave), FormLeave(draft=desk.draft.id, how=0))


async def answer_pages(desk: Desk, head: Html) -> list[Html]:
    """All answers with their questions, and who gave them where that was somebody else, in pages."""
    signed = await desk.kind.signed(desk) if desk.kind.signed else {}
    lines = (join(_answer(desk, one), signed.get(one.id), by=" ") for one in _shown(desk))
    return paged([head, *lines], PAGE)


def answer_line(desk: Desk, question: Question, words: Html) -> Html:
    """The question with its answer; after a question mark stands no colon."""
    label = desk.label(question)
    return desk.say("form-answer-asked" if label.endswith("?") else "form-answer", label=label, value=words)


def _answer(desk: Desk, question: Question) -> Html:
    value = desk.counted.get(question.id)
    words = desk.say("form-no-answer") if value is None else value_words(desk, question, value)
    return answer_line(desk, question, words)
