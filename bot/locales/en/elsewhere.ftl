elsewhere-page =
    Names and telephones are not shown in chat: the library has decided so.

    Open the bot’s page: the link works once, within 10 minutes.
elsewhere-nowhere =
    Names and telephones are not shown in chat: the library has decided so.

    Ask whoever runs the bot: they have these data.
elsewhere-button-open = Open the page
elsewhere-command = By a command on the server: { $command }
