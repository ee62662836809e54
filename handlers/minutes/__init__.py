"""Minutes in chat, and what was taken on."""
