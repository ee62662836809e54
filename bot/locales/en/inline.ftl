# A card from any chat: the bot’s name and a few words
inline-about = { $when } · { $place }
inline-when = { $when }
inline-button-none = Nothing found. All events
