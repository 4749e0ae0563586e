"""The JSON Schemas of the formats, as they come with the program."""

from importlib.resources import files
from typing import Any, Literal, cast

import msgspec

SchemaName = Literal["extraction", "record", "geojson"]


def schema(name: SchemaName) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a format."""
    raw = files("firsthand").joinpath(f"data/schemas/{name}.json").read_bytes()
    return cast("dict[str, Any]", msgspec.json.decode(raw))
