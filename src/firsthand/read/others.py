"""Readers of plugins: named by whoever starts the run, loaded and called only in the process that unwraps."""

import importlib
from collections.abc import Callable, Iterable
from typing import cast

import msgspec
from msgspec.structs import replace

from firsthand.errors import FirsthandError, NothingSaid, PluginFailed, ReadError
from firsthand.read.clean import clean
from firsthand.read.page import Answer, Flaw, Job, Other, Page
from firsthand.read.said import said, within


def read_by(reader: Other, job: Job) -> Answer:
    """What the reader makes of the bytes, one report a page; what cannot be used of it is a flaw, by its number.

    Where there are several, each has bytes of its own: those that the reader gives, or those of its text.
    """
    pages: list[Page] = []
    flaws: list[Flaw] = []
    number = 0
    try:
        for number, given in enumerate(_function(reader.where)(job.raw), start=1):
            try:
                page = said(within(_page(given), job.limits.report_characters))
                pages.append(replace(page, number=number, raw=page.text.encode() if page.raw is None else page.raw))
            except ReadError as e:
                flaws.append(Flaw(code=e.code, reason=str(e), number=number))
        if not number:
            raise NothingSaid(f"the reader {reader.name} of plugin {reader.plugin} found no report in it")
    except MemoryError:
        raise
    except Exception as e:  # noqa: BLE001 - whatever a plugin raises over a file is a refusal
        flaws.append(_flaw(reader, e, number + 1 if number else None))
    if len(pages) + len(flaws) > 1:
        return Answer(pages=tuple(pages), flaws=tuple(flaws))
    return Answer(
        pages=tuple(replace(page, number=None, raw=None) for page in pages),
        flaws=tuple(replace(flaw, number=None) for flaw in flaws),
    )


def _function(where: str) -> Callable[[bytes], Iterable[object]]:
    """What "module:function" names."""
    module, _, name = where.partition(":")
    return cast("Callable[[bytes], Iterable[object]]", getattr(importlib.import_module(module), name))


def _page(given: object) -> Page:
    """A page as a reader gives it: a Page, or only its words. Errors: TypeError, ValueError for anything else."""
    if isinstance(given, str):
        return Page(text=clean(given))
    if not isinstance(given, Page):
        raise TypeError(f"it gave {type(given).__name__}, neither a Page nor words")
    page = replace(given, text=clean(given.text))
    return msgspec.msgpack.decode(msgspec.msgpack.encode(page), type=Page)


def _flaw(reader: Other, error: Exception, number: int | None) -> Flaw:
    """Errors that name themselves keep their code; any other is the plugin's."""
    if isinstance(error, FirsthandError):
        return Flaw(code=error.code, reason=str(error), number=number)
    who = f"reader {reader.name} of plugin {reader.plugin}"
    reason = f"{who}: {type(error).__name__}: {str(error)[:300]} (to do without it: --without {reader.plugin_name})"
    return Flaw(code=PluginFailed.code, reason=reason, number=number)
