# When nothing else answered
last-button-old = This button is out of date. Open the event again: /events
last-command = I don’t know this command. See /help for what I can do
last-text = I understand commands and buttons. Here is what you can do:
last-no-text = I cannot read this: please use words.
last-edited = I don’t reread edited messages. If the change matters, send it as a new message.
