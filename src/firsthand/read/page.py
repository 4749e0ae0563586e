"""What is handed to the process that unwraps files, and what it hands back."""

from typing import Literal

from firsthand.model.base import Record
from firsthand.model.report import Stamp
from firsthand.read.limits import Limits

Format = Literal["text", "markdown", "html", "json", "json line"]

MEDIA: dict[Format, str] = {
    "text": "text/plain",
    "markdown": "text/markdown",
    "html": "text/html",
    "json": "application/json",
    "json line": "application/json",
}


class Other(Record, frozen=True, kw_only=True):
    """A reader of a plugin: named by reference, so that it is loaded only in the process that unwraps.

    `name`: the reader's; `plugin`: the plugin's, with its version; `where`: from bytes to pages, as "module:function"; `media`:
    media type of what it reads.
    """

    name: str
    plugin: str
    where: str
    media: str

    @property
    def plugin_name(self) -> str:
        """The plugin's name alone."""
        return self.plugin.split()[0]


class Job(Record, frozen=True, kw_only=True):
    """Bytes to unwrap. `reader`: of a plugin, in place of the program's own for `format`."""

    format: Format
    raw: bytes
    limits: Limits
    reader: Other | None = None


class Page(Record, frozen=True, kw_only=True):
    """One report as unwrapped.

    `declared`: the language it says it is in, ISO 639-1; `language`: the one it is in, None where it cannot be told.
    `raw` and `number`: of one in a list of several, its own bytes and its place from 1.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    declared: str | None = None
    language: str | None = None
    stamps: tuple[Stamp, ...] = ()
    raw: bytes | None = None
    number: int | None = None


class Flaw(Record, frozen=True, kw_only=True):
    """Why a file, or one of several reports in it, was refused: a code of `firsthand.errors` and a sentence."""

    code: str
    reason: str
    number: int | None = None


class Answer(Record, frozen=True, kw_only=True):
    """All that came of a job, in the order of the file."""

    pages: tuple[Page, ...] = ()
    flaws: tuple[Flaw, ...] = ()
