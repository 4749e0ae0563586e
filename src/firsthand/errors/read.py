"""A file is no report that can be read: E5."""

from firsthand.errors.base import FirsthandError


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
