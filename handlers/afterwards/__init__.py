"""After an event: what it came to, and what people say of it."""
