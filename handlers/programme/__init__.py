"""The programme of an event, in the hands of the staff; talks and answers that come with sign-ups."""
