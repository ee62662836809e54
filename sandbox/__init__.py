"""A local stand-in for Telegram: the Bot API over HTTP, strict where Telegram is strict, and a page to chat on."""
