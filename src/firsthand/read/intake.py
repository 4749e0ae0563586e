"""From files to reports, one after the other."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from firsthand.errors import NothingSaid, ReaderFailed, ReadError, TooSlow
from firsthand.model.base import sha256
from firsthand.model.report import Refusal, Report
from firsthand.read.child import Child
from firsthand.read.decode import looks_like_html
from firsthand.read.limits import Limits
from firsthand.read.lines import Line, lines
from firsthand.read.page import MEDIA, Answer, Format, Job, Other, Page
from firsthand.read.paths import SUFFIXES, Found, name_of, refusal, whole

Read = tuple[Report, bytes] | Refusal


def intake(
    found: Sequence[Found | Refusal], read_on: date, limits: Limits, others: Mapping[str, Other]
) -> Iterator[Read]:
    """Read each file; a file that cannot be read is a refusal and does not end the run. `others`: readers by suffix."""
    with Child() as child:
        for item in found:
            if isinstance(item, Refusal):
                yield item
            elif item.suffix in others:
                yield from _other(item, others[item.suffix], child, read_on, limits)
            elif SUFFIXES.get(item.suffix, "text") is None:
                yield from _by_line(item, child, read_on, limits)
            else:
                yield from _one(item, child, read_on, limits)


def _one(found: Found, child: Child, read_on: date, limits: Limits) -> Iterator[Read]:
    """The reports of one file."""
    name = name_of(found.name)
    try:
        raw = whole(found, limits.file_bytes)
    except ReadError as e:
        yield refusal(name, e)
        return
    known = SUFFIXES.get(found.suffix)
    form: Format = known or ("html" if looks_like_html(raw) else "text")
    answer = child.unwrap(Job(format=form, raw=raw, limits=limits))
    yield from _results(name, MEDIA[form], answer, raw, read_on)


def _other(found: Found, reader: Other, child: Child, read_on: date, limits: Limits) -> Iterator[Read]:
    """The reports of one file that a plugin reads."""
    name = name_of(found.name)
    try:
        raw = whole(found, limits.file_bytes)
    except ReadError as e:
        yield refusal(name, e)
        return
    answer = child.unwrap(Job(format="text", raw=raw, limits=limits, reader=reader))
    blamed = tuple(
        replace(flaw, reason=f"{flaw.reason} (reader {reader.name} of plugin {reader.plugin})")
        if flaw.code in (ReaderFailed.code, TooSlow.code)
        else flaw
        for flaw in answer.flaws
    )
    yield from _results(name, reader.media, replace(answer, flaws=blamed), raw, read_on)


def _by_line(found: Found, child: Child, read_on: date, limits: Limits) -> Iterator[Read]:
    """The reports of a JSON Lines file: a broken line is refused by its number, the others are read."""
    name = name_of(found.name)
    empty = True
    try:
        for line in lines(found, limits.file_bytes):
            empty = False
            if isinstance(line, Line):
                answer = child.unwrap(Job(format="json line", raw=line.raw, limits=limits))
                yield from _results(name, MEDIA["json line"], answer, line.raw, read_on, line=line.number)
            else:
                yield refusal(name, line.error, line=line.number)
    except ReadError as e:
        yield refusal(name, e)
        return
    if empty:
        yield Refusal(
            stage="read", subject=name, code=NothingSaid.code, reason="it holds no line", sha256=sha256(b"")
        )  # fmt: skip


def _results(
    name: str, media: str, answer: Answer, raw: bytes, read_on: date, *, line: int | None = None
) -> Iterator[Read]:
    """Reports and refusals of an answer, in the order of the file."""
    results: list[tuple[int, Read]] = []
    for flaw in answer.flaws:
        subject = name if flaw.number is None else f"{name}#{flaw.number}"
        refused = Refusal(
            stage="read", subject=subject, code=flaw.code, reason=flaw.reason[:500], sha256=sha256(raw), line=line
        )  # fmt: skip
        results.append((flaw.number or 0, refused))
    for page in answer.pages:
        number = page.number if line is None else line
        own = raw if page.raw is None else page.raw
        report = _report(name if number is None else f"{name}#{number}", media, page, own, read_on)
        results.append((page.number or 0, (report, own)))
    yield from (result for _, result in sorted(results, key=lambda pair: pair[0]))


def _report(name: str, media: str, page: Page, raw: bytes, read_on: date) -> Report:
    return Report(
        sha256=sha256(raw), text=page.text, names=(name,), media_type=media, read_on=read_on, title=page.title,
        outlet=page.outlet, url=page.url, language=page.language, stamps=page.stamps,
    )  # fmt: skip
