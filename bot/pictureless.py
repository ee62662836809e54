"""Words whose picture the messenger does not take are said without it.

A picture is known by an id that only the bot knows which it was sent to: a database that was taken along to another bot
names pictures that are not there. And a group may let its members write, but send no pictures.
"""

from typing import Any

import structlog
from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import EditMessageCaption, EditMessageMedia, Response, SendMessage, SendPhoto, TelegramMethod
from aiogram.methods.base import TelegramType

from handlers.screen import is_picture_refused

log = structlog.get_logger()


class Pictureless(BaseRequestMiddleware):
    """Says what can be said without the picture; an edited message keeps the one that it has."""

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Response[TelegramType]:
        try:
            return await make_request(bot, method)
        except TelegramBadRequest as error:
            words = words_of(method)
            if words is None or not is_picture_refused(error):
                raise
            log.warning("picture-refused", method=method.__api_method__)
        return await make_request(bot, words)


def words_of(method: TelegramMethod[Any]) -> TelegramMethod[Any] | None:
    """The call that says the same without a picture; None where nothing would be left of it."""
    match method:
        case SendPhoto(caption=str(words)):
            return SendMessage(
                chat_id=method.chat_id,
                text=words,
                message_thread_id=method.message_thread_id,
                disable_notification=method.disable_notification,
                reply_markup=method.reply_markup,
            )
        case EditMessageMedia():
            return EditMessageCaption(
                caption=method.media.caption,
                chat_id=method.chat_id,
                message_id=method.message_id,
                inline_message_id=method.inline_message_id,
                reply_markup=method.reply_markup,
            )
    return None
