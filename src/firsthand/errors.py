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


class BadSeal(UsageError):
    """What was given as a seal is none."""

    code = "E110"
    hint = "Give the line that `firsthand seal RECORD` printed, whole, or a file with it."


class SealBroken(RecordError):
    """The record is not the one that was sealed, nor that one with more written since."""

    code = "E207"
    hint = "Its log was cut off or rewritten after the seal was made. Ask who gave you the file for the one that was sealed."


class Notice(UserWarning):
    """Something that a person should know and that is no error; the command line prints it as a note."""


class RecordMigrated(Notice):
    """A record of an earlier format was brought up to today's; the message names the backup of it."""


class ClockSetBack(Notice):
    """The clock is behind the last run of the record; the day of reading is taken from that run."""


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


class ReadError(FirsthandError):
    """A file, or a part of one, is no report that can be read."""

    code = "E500"
    hint = "The file was refused; the run went on without it."


class CannotOpen(ReadError):
    """The file or folder is there but may not be read."""

    code = "E501"
    hint = "Allow this user to read it, then run the same command again."


class Vanished(ReadError):
    """The file or folder was there when the folders were listed, and is gone."""

    code = "E502"
    hint = "Put it back and run the same command again, or leave it."


class NotAFile(ReadError):
    """A pipe, socket or device bears the name of a report."""

    code = "E503"
    hint = "Save what it gives to a file and give that."


class TooLarge(ReadError):
    """The file is larger, or its text longer, than the ceiling."""

    code = "E504"
    hint = "Split it into one file a report, or one JSON object a line."


class NotText(ReadError):
    """The bytes are no text in any known encoding."""

    code = "E505"
    hint = "Save the report as text, HTML or Markdown and give that."


class NothingSaid(ReadError):
    """No letter is left once the file is unwrapped."""

    code = "E506"
    hint = "Nothing to do if the file is meant to be empty."


class NotJson(ReadError):
    """A JSON file, or a line of a JSON Lines file, is broken."""

    code = "E507"
    hint = "Mend the file or the line named and run the same command again; the other lines were read."


class NoReport(ReadError):
    """Sound JSON that holds no report."""

    code = "E508"
    hint = "A report is an object with its words in `text`, `body` or `content`."


class TooComplex(ReadError):
    """More elements, or deeper nested ones, than the ceiling allows."""

    code = "E509"
    hint = "Save the article alone, as text, and give that."


class ReaderFailed(ReadError):
    """The process that unwraps files broke on this one, or needed more memory than it may have."""

    code = "E510"
    hint = "Save the article as text and give that."


class TooSlow(ReadError):
    """Unwrapping took longer than the ceiling."""

    code = "E511"
    hint = "Save the article as text and give that."


class PluginError(FirsthandError):
    """A plugin stands in the way."""

    code = "E600"
    hint = "List what is installed, and what is wrong with it: firsthand plugins"


class BadPlugin(PluginError):
    """A plugin cannot be used: it does not load, answers a hook wrongly, or takes a name that another has."""

    code = "E601"
    hint = "Mend or remove it, or turn it off: --without NAME"
    plugin = ""
    """Its name."""


class PluginFailed(PluginError):
    """A plugin raised an error, or answered with what cannot be used."""

    code = "E602"
    hint = "Turn it off (--without NAME), and tell whoever wrote it."


class ModelError(FirsthandError):
    """A language model that was to be asked could not be."""

    code = "E700"
    hint = "What was answered so far is kept: the same command goes on from there."


class ModelMissing(ModelError):
    """The library that speaks to language models is not installed."""

    code = "E701"
    hint = "Install it with: pip install 'firsthand[llm]'"


class ModelFailed(ModelError):
    """The model gave no usable answer on a report: too slow, broken, or an error of the server."""

    code = "E702"
    hint = "Nothing was taken from the report. Run the same command again: only what has no answer yet is asked."


class ModelStopped(ModelError):
    """No report can be asked about any more; the run stopped."""

    code = "E703"
    hint = "Run the same command again: what was answered is not asked again."


class ModelUnreachable(ModelStopped):
    """The address does not answer, has no such model, or refuses the key; the run stopped."""

    code = "E704"
    hint = "Check --llm-address and --llm-model, then run the same command again: what was answered is not asked again."


class ModelTimeUp(ModelStopped):
    """The time that the model may be asked for is over; the run stopped."""

    code = "E705"
    hint = "Run the same command again: what was answered is not asked again. `run_seconds` under [llm] sets the time."


class ModelDeclined(ModelError):
    """The model declined a stretch of a report, or its answer to it cannot be read; the other stretches were taken."""

    code = "E706"
    hint = "What the program itself found in the report stands. Another model may answer."


class ModelUnborne(ModelError):
    """The report's words do not bear out what the model proposed."""

    code = "E707"
    hint = "It was dropped and counted; nothing of it was stored."
