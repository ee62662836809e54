# Карточка из любого чата: имя бота и пара слов
inline-about = { $when } · { $place }
inline-when = { $when }
inline-button-none = Ничего не нашлось. Все мероприятия
