"""What leaves an open record: exports and the page."""

import msgspec

from firsthand.engine.view import RecordView
from firsthand.publish.record_json import record_json
from firsthand.publish.table_csv import table_csv
from firsthand.resources.kinds import Kinds


def export(record: RecordView, format: str) -> bytes:
    """The record in a format."""
    kinds = Kinds.open()
    if format == "csv":
        return table_csv(record.folded, kinds).encode()
    return msgspec.json.format(msgspec.json.encode(record_json(record.folded, kinds)), indent=1) + b"\n"


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
