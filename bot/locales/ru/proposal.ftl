# Мероприятие предлагает партнёр
refusal-proposal-gone = Такого предложения нет
refusal-proposal-not-returned = Исправлять нечего: библиотека это предложение не возвращала
refusal-proposal-returned = Коллега уже вернул это предложение с замечанием: { $at }
refusal-proposal-accepted = Это предложение уже взяли в работу: { $at }
refusal-proposal-declined = Это предложение уже отклонили: { $at }
