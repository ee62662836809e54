# Карточка из любого чата: имя бота и пара слов
inline-about = { $day }, { $hour } · { $place }
inline-when = { $day }, { $hour }
inline-button-none = Ничего не нашлось. Все мероприятия
