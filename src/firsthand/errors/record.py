"""The record cannot be used: E2."""

from firsthand.errors.base import FirsthandError


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


class CannotOpenRecord(RecordError):
    """The system does not let the record be opened."""

    code = "E206"
    hint = "Check the path and your rights on the file and its folder."


class SealBroken(RecordError):
    """The record is not the one that was sealed, nor that one with more written since."""

    code = "E207"
    hint = "Its log was cut off or rewritten after the seal was made. Ask who gave you the file for the one that was sealed."
