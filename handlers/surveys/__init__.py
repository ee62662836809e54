"""Surveys in chat: what their authors do, how organisations answer, what has come of it."""
