"""The hooks: what a plugin may give, each with its shape and an example. docs/reference/hooks.md is made of these words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from os import PathLike
from typing import TYPE_CHECKING, Any, Protocol

import pluggy

if TYPE_CHECKING:
    from typer import Typer

from firsthand.model.extraction import Extraction
from firsthand.model.folded import Folded
from firsthand.model.report import Report
from firsthand.read.page import Page
from firsthand.resources.kinds import Kinds
from firsthand.resources.supplied import Supplied

GROUP = "firsthand"
"""The group of entry points, and the name of the hooks."""
AnyPath = str | PathLike[str]

hookimpl = pluggy.HookimplMarker(GROUP)
hookspec = pluggy.HookspecMarker(GROUP)


class Adds(Protocol):
    """An extractor that is open: called with a report and what was found in it before, it returns that with its own added.

    Two more are looked for. `batch(reports, extractions)`, which returns the extractions of several reports in their order, is
    called where it is there: for what is faster on many. `digest`, a string, names what its answers depend on beside its
    version.
    """

    def __call__(self, report: Report, extraction: Extraction, /) -> Extraction: ...


@dataclass(frozen=True, kw_only=True)
class Extractor:
    """Something that finds claims in reports.

    `name`: what `--extractor` takes, and the beginning of `by` in every claim it makes (`name` itself, or `name.rule`).
    `version`: change it when the answers change; reports are then read again. `default`: asked in every run, not only by name.
    `open`: called once in each process that extracts, with what the user supplied; or "module:function", which is imported only
    then. `about`: a few words for `firsthand plugins`.
    """

    name: str
    version: str
    open: Callable[[Supplied], Adds] | str
    default: bool = False
    about: str = ""


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Something that reads files of a kind.

    `name`: for messages. `suffixes`: of the files, in small letters with the dot. `media_type`: kept with each report. `read`: a
    function at the top of a module, or "module:function"; it gets the bytes of a file and yields its reports, each as its words
    or as a `Page`, which also has a title, outlet, address and stamps of the day. `about`: a few words for `firsthand plugins`.
    """

    name: str
    suffixes: tuple[str, ...]
    media_type: str
    read: Callable[[bytes], Iterable[Page | str]] | str
    about: str = ""


@dataclass(frozen=True, kw_only=True)
class Exporter:
    """A format that a record is exported in.

    `name`: what `firsthand export --format` takes. `suffix`: of its files, with the dot. `write`: called with the whole record
    and the kinds of event; returns the file. The same record gives the same bytes. `about`: a few words for `firsthand plugins`.
    """

    name: str
    suffix: str
    write: Callable[[Folded, Kinds], bytes]
    about: str = ""


@dataclass(frozen=True, kw_only=True)
class Command:
    """A command of the command line: `firsthand NAME`. `app`: a function as Typer takes it, or a Typer app of several."""

    name: str
    app: "Callable[..., Any] | Typer"


class Hooks:
    """The hooks by name. A plugin answers any of them, once each."""

    @hookspec
    def firsthand_readers(self) -> Iterable[Reader]:  # type: ignore[empty-body]
        """Readers: files of other kinds than text, Markdown, HTML and JSON.

        A file's bytes are hostile. The reader is loaded and called in the process that unwraps files, under its ceilings of
        memory, seconds and characters, and cannot write files there. What it raises refuses the file, with the plugin's name. Of
        several reports in one file each is called NAME#NUMBER, and has its own bytes (`Page.raw`, else those of its words).

        A suffix has one reader; those of the program's own formats are taken.

            @hookimpl
            def firsthand_readers():
                return [Reader(name="sitrep", suffixes=(".sitrep",), media_type="text/x-sitrep", read=read_sitrep)]

            def read_sitrep(raw):
                for line in raw.decode("utf-8").splitlines():
                    yield Page(text=line, outlet="Hill Monitor")
        """

    @hookspec
    def firsthand_extractors(self) -> Iterable[Extractor]:  # type: ignore[empty-body]
        """Extractors: claims of your own beside those of the program, or in place of some.

        An extractor gets a report and what was found in it so far, and returns that with mentions or claims added or changed. A
        claim quotes the report at a span: what does not stand there is refused and counted, whoever says it. `by` of each new
        claim begins with the extractor's name, so that `firsthand why` tells who made it.

        Extractors that are `default` run always, others where `--extractor NAME` asks for them, after the program's own and in
        the order of the plugins' names. One that raises, or answers with what cannot be used, leaves what was found before as it
        is; a refusal names the plugin.

            @hookimpl
            def firsthand_extractors():
                return [Extractor(name="sitrep", version="1", default=True, open=lambda supplied: add_tolls)]

            def add_tolls(report, extraction):
                return msgspec.structs.replace(extraction, mentions=(*extraction.mentions, *mine(report)))
        """

    @hookspec
    def firsthand_exporters(self) -> Iterable[Exporter]:  # type: ignore[empty-body]
        """Exporters: formats beside JSON, CSV and GeoJSON.

        An exporter gets the record (`firsthand.model.folded.Folded`: incidents, claims, reports ..) and the kinds of event, and
        returns bytes. It sees what the other exports hold, names of persons among it: see docs/explanation/harm.md.

            @hookimpl
            def firsthand_exporters():
                return [Exporter(name="titles", suffix=".txt", write=titles, about="a title a line")]

            def titles(folded, kinds):
                return "".join(f"{incident.title}\n" for incident in folded.incidents).encode()
        """

    @hookspec
    def firsthand_lexicons(self) -> Iterable[AnyPath]:  # type: ignore[empty-body]
        """Lexicons: tables of names, each as the path of a CSV file that ships with the plugin.

        They are read as those of `--lexicon` are, which come after them and may add to them. See docs/how-to/add-your-actors.md
        for what a line holds.

            @hookimpl
            def firsthand_lexicons():
                return [Path(__file__).parent / "groups.csv"]
        """

    @hookspec
    def firsthand_gazetteers(self) -> Iterable[AnyPath]:  # type: ignore[empty-body]
        """Gazetteers: places, each as the path of a CSV table, or of a folder of them as `firsthand gazetteer add --to` makes it.

        They stand beside the places that the user added, and are compiled when they are first used. See
        docs/how-to/add-your-places.md for what a line holds.

            @hookimpl
            def firsthand_gazetteers():
                return [Path(__file__).parent / "villages.csv"]
        """

    @hookspec
    def firsthand_scorers(self) -> Iterable[AnyPath]:  # type: ignore[empty-body]
        """Scorers: learnt weights, each as the path of a CSV file, or of a folder of them, named for the scorer it replaces.

        They are read as those of `--weights` are, which go before them. One scorer is replaced by one plugin. See
        docs/how-to/retrain-the-scorers.md.

            @hookimpl
            def firsthand_scorers():
                return [Path(__file__).parent / "weights"]
        """

    @hookspec
    def firsthand_commands(self) -> Iterable[Command]:  # type: ignore[empty-body]
        """Commands of the command line. Their names are listed by `firsthand --help`; those of the program's own are taken.

        What a command raises is told in two lines, with the plugin's name.

            @hookimpl
            def firsthand_commands():
                return [Command(name="goats", app=goats)]

            def goats(record: Path) -> None:
                with firsthand.open_record(record) as view:
                    print(len(view.incidents(actor="goat")))
        """
