# When somebody talks to the bot as to a person
small-thanks = You are welcome!
small-farewell = See you!
small-greeting = Hello! How can I help?
small-fine = Good!
small-words-thanks = thanks, thank, thx
small-words-farewell = bye, goodbye, see
small-words-greeting = hello, hi, hey, morning, evening, afternoon
small-words-fine = ok, okay, fine, understood, clear, great, sure
small-words-beside = you, good, very, much, a, lot, so, all, and, day
