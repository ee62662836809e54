"""Inline mode as people use it: `@bot words` in any chat shows what the bot finds; what is picked goes to the chat."""

from sandbox import acts
from sandbox.actors import Account, Chat, Query
from sandbox.errors import bad
from sandbox.shapes import Json
from sandbox.world import World

MOST_WORDS = 256


def ask(world: World, account: Account, chat: Chat, words: str, offset: str = "") -> Query:
    """Somebody types the bot's name and words; the bot is asked."""
    question = world.new_query(world.questions, account.id, chat.id)
    question.words = words[:MOST_WORDS]
    place = "sender" if chat.kind == "private" else chat.kind
    body = {"id": question.id, "from": account.user(), "query": question.words, "offset": offset, "chat_type": place}
    world.push("inline_query", body)
    world.changes.touch()
    return question


def pick(world: World, account: Account, question: Query, index: int) -> Json:
    """The result is sent to the chat in the person's name, and the bot is told which one it was.

    Only under a message with buttons the bot is given an id by which it may change it.
    """
    if not 0 <= index < len(question.results):
        raise bad("RESULT_ID_INVALID")
    result, chat = question.results[index], world.chats[question.chat]
    body = dict(result["_message"]) | {"via_bot": world.bot.user()}
    chosen = {"result_id": result["id"], "from": account.user(), "query": question.words}
    if "reply_markup" in body:
        body["_inline"] = f"inline-{world.next('inline')}"
        chosen["inline_message_id"] = body["_inline"]
    message = acts.write(world, account, chat, body)
    world.push("chosen_inline_result", chosen)
    return message
