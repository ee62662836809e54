"""The bot's own web server: pages for what may not be shown in chat (DOMAIN.md §6.3)."""
