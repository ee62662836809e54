"""Everything that the page shows, as JSON."""

from dataclasses import asdict

from sandbox.actors import Account, Chat
from sandbox.shapes import Json
from sandbox.world import World

NEWEST = 80


def state_of(world: World) -> Json:
    return {
        "clock": world.clock.reading(),
        "bot": world.bot.user(),
        "people": [_person(world, account) for account in world.accounts.values()],
        "chats": [_chat(chat) for chat in world.chats.values() if chat.moved_to is None],
        "trouble": {"offline": world.trouble.offline, "rules": [asdict(rule) for rule in world.trouble.rules]},
    }


def _person(world: World, account: Account) -> Json:
    waiting = [press.message for press in world.presses.values() if press.person == account.id and not press.answered]
    return {
        "id": account.id,
        "name": account.name,
        "language": account.language,
        "blocked": account.blocked,
        "toasts": world.toasts[account.id][-5:],
        "toast_count": len(world.toasts[account.id]),
        "commands": _menu(world, account),
        "waiting": waiting,
    }


def _menu(world: World, account: Account) -> list[Json]:
    """The narrowest scope goes first, and in it the person's language."""
    scopes = (f"chat:{account.id}", "all_private_chats:", "default:")
    keys = [f"{scope}:{language}" for scope in scopes for language in (account.language or "", "")]
    return next((world.commands[key] for key in keys if world.commands.get(key)), [])


def _chat(chat: Chat) -> Json:
    return {
        "id": chat.id,
        "kind": chat.kind,
        "title": chat.title,
        "members": chat.members,
        "bot": chat.bot_status,
        "messages": list(chat.messages.values())[-NEWEST:],
    }
