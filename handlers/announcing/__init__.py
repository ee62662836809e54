"""Announcing an event outside: posts in channels, texts for other networks, the sheet for PRO.Культура.РФ."""
