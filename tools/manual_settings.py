"""The generated part of docs/reference/settings.md: every setting of a firsthand.toml, from the types that read it."""

from collections.abc import Iterator
from typing import Any, get_args, get_origin

import msgspec

from firsthand.resources.frames import Frames
from firsthand.resources.settings import Settings
from firsthand.resources.settings_meaning import SUBJECTS
from firsthand.resources.settings_shape import bare, described, wanted


def settings() -> str:
    """A section for each table, with a row for each of its settings."""
    top = [(name, type_, meaning) for name, type_, meaning in described(Settings)]
    plain = [row for row in top if _table(row[1]) is None]
    parts = ["## At the top, before any table", _rows(Settings, {name for name, _, _ in plain})]
    for name, type_, meaning in top:
        inner = _table(type_)
        if inner is not None:
            many = get_origin(bare(type_)) is tuple
            head = f"[[{name}]]" if many else f"[{name}]"
            parts += [f"## {head}", meaning, _rows(inner)]
            parts += [part for sub in _nested(inner) for part in (f"### {name}.{sub[0]}", sub[2], _rows(sub[1]))]
    return "\n\n".join(parts)


def _table(type_: Any) -> type[msgspec.Struct] | None:  # noqa: ANN401 - any type of a field
    """The table that a setting opens, None for a plain value."""
    inner = bare(type_)
    inner = bare(get_args(inner)[0]) if get_origin(inner) is tuple else inner
    return inner if isinstance(inner, type) and issubclass(inner, msgspec.Struct) else None


def _nested(type_: type[msgspec.Struct]) -> Iterator[tuple[str, type[msgspec.Struct], str]]:
    """Tables within a table."""
    for name, inner, meaning in described(type_):
        table = _table(inner)
        if table is not None:
            yield name, table, meaning


def _rows(type_: type[msgspec.Struct], only: set[str] | None = None) -> str:
    fields = {field.encode_name: field for field in msgspec.structs.fields(type_)}
    lines = ["| setting | takes | if left out | meaning |", "| --- | --- | --- | --- |"]
    for name, inner, meaning in described(type_):
        if only is None or name in only:
            takes = "a table, see below" if _table(inner) else wanted(inner).replace(", in quotation marks", "")
            meant = f"{meaning}{_values(type_.__name__, name)}"
            lines.append(f"| `{name}` | {takes.removesuffix(': [...]')} | {_default(fields[name])} | {meant} |")
    return "\n".join(lines)


def _default(field: Any) -> str:  # noqa: ANN401 - what msgspec calls a field
    """What holds where a setting is left out."""
    if field.required:
        return "must be there"
    return f"`{field.default}`" if isinstance(field.default, str) and field.default else "–"


def _values(table: str, name: str) -> str:
    """The values of settings that take one of a few."""
    frames = Frames.open().every
    found = {
        ("Frame", "subject"): SUBJECTS,
        ("Frame", "object"): sorted({frame.object for frame in frames}),
        ("Frame", "needs"): sorted({frame.needs for frame in frames if frame.needs}),
    }.get((table, name), ())
    return f" One of {', '.join(f'`{one}`' for one in found)}." if found else ""
