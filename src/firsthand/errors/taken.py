"""What a report said could not be taken from it (E3), or something of the program is missing (E4)."""

from firsthand.errors.base import FirsthandError


class EvidenceError(FirsthandError):
    """A claim's quote is not at its span."""

    code = "E300"
    hint = "The claim was refused; nothing of it was stored."


class ExtractionFailed(FirsthandError):
    """Nothing could be taken from a report, because the program failed on it."""

    code = "E301"
    hint = "The report was stored and refused; the run went on. Please report it with its text."


class PartlyAnalysed(FirsthandError):
    """A report is so long that only its beginning was analysed."""

    code = "E303"
    hint = "The whole text is stored. Cut the file into its reports and build again."


class SetupError(FirsthandError):
    """A resource of the program is missing or cannot be opened."""

    code = "E400"
    hint = "Run `make setup` again."
