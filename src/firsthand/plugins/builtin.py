"""What comes with the program, given through the same hooks as anything else."""

from typing import Any

import msgspec

from firsthand import __version__
from firsthand.model.folded import Folded
from firsthand.plugins.hooks import Exporter, Extractor, Reader, hookimpl
from firsthand.read.page import MEDIA
from firsthand.resources.kinds import Kinds

PROGRAM = "firsthand"
"""Name of the plugin that is the program itself, and of its extractor, which goes before all others."""


class Builtin:
    """The whole list; nothing of the program's own is registered elsewhere."""

    @hookimpl
    def firsthand_extractors(self) -> list[Extractor]:
        """The program's own extractor, and those that it brings along and asks only by name."""
        return [
            Extractor(
                name=PROGRAM, version=__version__, default=True, open="firsthand.pipeline:open_reading",
                about="what reports in English say, by grammar and small learnt scorers",
            ),
            Extractor(
                name="llm", version="1", default=False, open="firsthand.llm.opened:open_model",
                about="what a language model proposes and the report's words bear out; sends the text of reports to its address",
            ),
        ]  # fmt: skip

    @hookimpl
    def firsthand_readers(self) -> list[Reader]:
        """The program's own formats, by where each is read. `read.intake` knows them and asks for them itself: JSON Lines are
        read line by line, and a file without a suffix by its looks."""
        return [
            Reader(name="text", suffixes=(".txt", ".text"), media_type=MEDIA["text"], read="firsthand.read.text:read_text"),
            Reader(
                name="markdown", suffixes=(".md", ".markdown"), media_type=MEDIA["markdown"],
                read="firsthand.read.markdown:read_markdown",
            ),
            Reader(
                name="html", suffixes=(".html", ".htm", ".xhtml"), media_type=MEDIA["html"],
                read="firsthand.read.html:read_html",
            ),
            Reader(
                name="json", suffixes=(".json",), media_type=MEDIA["json"], read="firsthand.read.json_reports:read_json"
            ),
            Reader(
                name="json-lines", suffixes=(".jsonl", ".ndjson"), media_type=MEDIA["json line"],
                read="firsthand.read.json_reports:read_line",
            ),
        ]  # fmt: skip

    @hookimpl
    def firsthand_exporters(self) -> list[Exporter]:
        """JSON, CSV and GeoJSON."""
        return [
            Exporter(name="json", suffix=".json", write=_json, about="the whole record as one object"),
            Exporter(name="csv", suffix=".csv", write=_csv, about="a table with a row an incident"),
            Exporter(name="geojson", suffix=".geojson", write=_geojson, about="incidents for a map, by RFC 7946"),
        ]


def _json(folded: Folded, kinds: Kinds) -> bytes:
    from firsthand.publish.record_json import record_json

    return _document(record_json(folded, kinds))


def _geojson(folded: Folded, kinds: Kinds) -> bytes:
    from firsthand.publish.geojson import geojson

    return _document(geojson(folded, kinds))


def _csv(folded: Folded, kinds: Kinds) -> bytes:
    from firsthand.publish.table_csv import table_csv

    return table_csv(folded, kinds).encode()


def _document(value: Any) -> bytes:  # noqa: ANN401 - whatever JSON can hold
    from firsthand.publish.plain import plain_json

    return plain_json(msgspec.json.format(msgspec.json.encode(value), indent=1)) + b"\n"
