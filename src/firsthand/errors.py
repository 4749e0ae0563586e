"""What can go wrong, each with a stable code and what to do about it."""


class FirsthandError(Exception):
    """Base of all errors that a user may meet. `code` never changes its meaning; `hint` says what to do."""

    code = "E000"
    hint = "Run again with --debug and report what it prints."

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        if hint is not None:
            self.hint = hint


class UsageError(FirsthandError):
    """The request cannot be carried out as it was put."""

    code = "E100"
    hint = "See --help of the command."


class NoSuchPath(UsageError):
    """A path that was given is not there, or vanished."""

    code = "E101"
    hint = "Check the path; nothing was read from it."


class NothingToRead(UsageError):
    """No file of a known kind lies under the paths."""

    code = "E102"
    hint = "Give files or folders with .txt, .md, .html, .json or .jsonl reports."


class UnknownIncident(UsageError):
    """No incident of the record answers to this id."""

    code = "E103"
    hint = "List the incidents with `firsthand incidents RECORD`; the first characters of an id are enough if they are unique."


class RecordError(FirsthandError):
    """The record cannot be used."""

    code = "E200"
    hint = "Run `firsthand verify RECORD`."


class NotARecord(RecordError):
    """The file is no record of this program."""

    code = "E201"
    hint = "Give the file that `firsthand build --out` made."


class NewerRecord(RecordError):
    """A newer version of the program made the record."""

    code = "E202"
    hint = "Install that version or a later one; the record was left as it is."


class RecordBusy(RecordError):
    """Another run holds the record."""

    code = "E203"
    hint = "Wait until the other run has ended, then try again; nothing was lost."


class RecordDamaged(RecordError):
    """A stored value does not agree with its digest."""

    code = "E204"
    hint = "Restore the record from a copy; `firsthand verify` names the first value that fails."


class DiskFull(RecordError):
    """The record could not be written."""

    code = "E205"
    hint = "Free some space and run the same command again; what was committed is whole."


class EvidenceError(FirsthandError):
    """A claim's quote is not at its span."""

    code = "E300"
    hint = "The claim was refused; nothing of it was stored."


class ExtractionFailed(FirsthandError):
    """Nothing could be taken from a report, because the program failed on it."""

    code = "E301"
    hint = "The report was stored and refused; the run went on. Please report it with its text."


class SetupError(FirsthandError):
    """A resource of the program is missing or cannot be opened."""

    code = "E400"
    hint = "Run `make setup` again."
