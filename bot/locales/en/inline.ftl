# A card from any chat: the bot’s name and a few words
inline-about = { $day }, { $hour } · { $place }
inline-when = { $day }, { $hour }
inline-button-none = Nothing found. All events
