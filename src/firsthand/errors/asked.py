"""What was asked cannot be done as it was put: E1."""

from firsthand.errors.base import FirsthandError


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


class CannotWrite(UsageError):
    """An output file cannot be written, or must not be."""

    code = "E104"
    hint = "Give a file in a folder that is there and that you may write to."


class UnknownIncident(UsageError):
    """No incident of the record answers to this id."""

    code = "E103"
    hint = "List the incidents with `firsthand incidents RECORD`; the first characters of an id are enough if they are unique."


class UnknownClaim(UsageError):
    """No claim of the record answers to this id."""

    code = "E105"
    hint = (
        "`firsthand show RECORD INCIDENT` prints the id of each claim behind its words; `firsthand export RECORD` lists all under"
        " `claims`. The first characters are enough if they are unique."
    )


class BadTable(UsageError):
    """A table of names that was given cannot be used."""

    code = "E106"
    hint = "Mend each line that is named and run the same command again; docs/how-to/add-your-actors.md tells what a line holds."


class BadWeights(UsageError):
    """A file with weights of linking that was given cannot be used."""

    code = "E108"
    hint = "`firsthand learn RECORD --out FILE` writes such a file from your decisions."


class BadSettings(UsageError):
    """The user's settings, or a setting, cannot be used."""

    code = "E109"
    hint = (
        "Mend each line that is named; docs/reference/settings.md has all settings, `firsthand check FILE` looks again."
    )


class Contradiction(UsageError):
    """The decision contradicts one that stands."""

    code = "E107"
    hint = (
        "Take the earlier one back first, if it is mistaken: firsthand decide RECORD undo DECISION --by NAME --why TEXT"
    )


class BadSeal(UsageError):
    """What was given as a seal is none."""

    code = "E110"
    hint = "Give the line that `firsthand seal RECORD` printed, whole, or a file with it."
