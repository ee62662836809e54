"""How a rule says no: a code and values, never a sentence. The catalogue has the words (`refusal-<code>`)."""


class Refusal(Exception):  # noqa: N818 - it is an answer to a person, not a fault
    """A rule's no. `code` names the message, `values` are what it speaks of (numbers, dates, names)."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


class NotAllowed(Refusal):
    """The person has no right to this."""

    def __init__(self, code: str = "not-allowed", **values: object) -> None:
        super().__init__(code, **values)


class Gone(Refusal):
    """What the button or link speaks of is no longer there."""

    def __init__(self, code: str = "gone", **values: object) -> None:
        super().__init__(code, **values)
