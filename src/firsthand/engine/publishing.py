"""What leaves an open record: exports and the page."""

from collections.abc import Sequence
from typing import Any

from firsthand.engine.asked import as_names
from firsthand.engine.view import RecordView
from firsthand.errors import UsageError
from firsthand.plugins.found import names
from firsthand.plugins.manager import Plugins
from firsthand.publish.data_frames import LIBRARIES, data_frame
from firsthand.publish.tables import TABLES, table


def export(record: RecordView, format: str, without: Sequence[str]) -> bytes:
    """The record in a format. Errors: UsageError for one that there is not; BadPlugin, PluginFailed."""
    off = {*as_names(without, "without"), *names().intersection(record.supplied.set.plugins.off)}
    return Plugins.open(off).exported(format, record.folded, record.kinds)


def frame(record: RecordView, name: str, library: str) -> Any:  # noqa: ANN401 - a type of a library that may not be there
    """A table of the record as a data frame. Errors: UsageError for a table or library that there is not, SetupError."""
    for what, given, known in (("table", name, TABLES), ("library", library, LIBRARIES)):
        if given not in known:
            raise UsageError(f"there is no {what} {given!r}", hint=f"Give one of {', '.join(known)}.")
    return data_frame(table(name, record.folded, record.decisions, record.kinds), library)


def page(record: RecordView, title: str | None) -> bytes:
    """The record as one page."""
    from firsthand.publish.origins_svg import origins_svg
    from firsthand.publish.page import Drawn, page_html, told_reports, wants_tree
    from firsthand.record.ancestry import Ancestries
    from firsthand.resources.land import Land
    from firsthand.weigh.course import history

    texts = {key: record.text(key) for key in told_reports(record.folded)}
    found = Ancestries(record.folded)
    main = [one for one in record.folded.incidents if one.role == "main"]
    trees = {one.id: origins_svg(found.of(one), inline=True) for one in main if wants_tree(one)}
    drawn = {one.id: Drawn(trees.get(one.id, ""), history(one, record.claims, record.reports)) for one in main}
    return page_html(record.folded, texts, drawn, Land.open(), title=title or record.path.stem).encode()
