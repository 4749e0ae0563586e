"""The base of all errors that a user may meet."""


class FirsthandError(Exception):
    """Base of all errors that a user may meet. `code` never changes its meaning; `hint` says what to do."""

    code = "E000"
    hint = "Run again with --debug and report what it prints."

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        if hint is not None:
            self.hint = hint
