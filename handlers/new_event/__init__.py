"""Registering an event, and changing one: the form of events and what it is for."""
