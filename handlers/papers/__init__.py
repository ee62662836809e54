"""Papers of an event: what they are made of, and how people get them."""
