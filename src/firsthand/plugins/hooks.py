"""The hooks: what a plugin may give, each with its shape and an example. docs/reference/hooks.md is made of these words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

import pluggy

from firsthand.model.extraction import Extraction
from firsthand.model.report import Report
from firsthand.resources.supplied import Supplied

GROUP = "firsthand"
"""The group of entry points, and the name of the hooks."""

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


class Hooks:
    """The hooks by name. A plugin answers any of them, once each."""

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
