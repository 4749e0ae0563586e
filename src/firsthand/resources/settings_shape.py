"""Whether the values of a parsed settings file are of the right shape: every key known, every type right, nothing missing."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

import msgspec

from firsthand.resources.settings_lines import Path

WORDS: Final = {
    str: "text in quotation marks", int: "a whole number", float: "a number", bool: "true or false", dict: "a table",
    list: "a list",
}  # fmt: skip
PLURAL: Final = {str: "texts in quotation marks", int: "whole numbers"}
OTHERWISE: Final = {
    "latitude": "lat", "longitude": "lon", "alternates": "aliases", "alias": "aliases", "precision": "kind",
    "radius": "radius_km", "province": "admin1", "reliability": "trust", "reason": "why", "leans": "side",
    "party": "side", "verb": "verbs", "noun": "nouns", "code": "country", "kinds": "kind", "frames": "frame",
    "actors": "actor", "places": "place", "sources": "source", "threshold": "thresholds", "extractor": "extractors",
    "plugin": "plugins",
}  # fmt: skip
"""What others call a setting."""


class Mistake(NamedTuple):
    """What is wrong with what stands at `path`, with what to do about it."""

    path: Path
    what: str


def mistakes_of_shape(type_: type[msgspec.Struct], given: Mapping[str, Any], path: Path = ()) -> Iterator[Mistake]:
    """Every mistake of shape in a table that is to become a `type_`."""
    fields = {field.encode_name: field for field in msgspec.structs.fields(type_)}
    for key, value in given.items():
        if key in fields:
            yield from _of_value(fields[key].type, value, (*path, key))
        else:
            yield Mistake((*path, key), f"there is no setting {key!r}{here(path)}; {meant(key, tuple(fields))}")
    for name, field in fields.items():
        if field.required and name not in given:
            yield Mistake(path, f"`{name}` is missing{here(path)}; write it: {example(field.type, name)}")


def here(path: Path) -> str:
    """In which table, in words; nothing at the top."""
    names = [str(part) for part in path if isinstance(part, str)]
    if not names:
        return ""
    if len(names) == 1:
        return f" in [[{names[0]}]]" if len(path) == 2 else f" in [{names[0]}]"
    return f" in {'.'.join(names)}"


def meant(key: str, known: Sequence[str]) -> str:
    """The remedy for a name that is not known."""
    near = (
        [OTHERWISE[key.lower()]] if OTHERWISE.get(key.lower()) in known else get_close_matches(key.lower(), known, n=1)
    )
    return f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(known)}"


def example(type_: Any, name: str) -> str:  # noqa: ANN401 - any type of a field
    """How a setting is written."""
    inner = bare(type_)
    if isinstance(inner, type) and issubclass(inner, msgspec.Struct):
        parts = ", ".join(f'{f.encode_name} = "..."' for f in msgspec.structs.fields(inner) if f.required)
        return f"{name} = {{ {parts} }}"
    return f"{name} = 0.0" if inner is float else f'{name} = "..."'


def bare(type_: Any) -> Any:  # noqa: ANN401 - any type of a field
    """A type without its annotations, and without None beside it."""
    while get_origin(type_) is Annotated:
        type_ = get_args(type_)[0]
    if get_origin(type_) in (Union, UnionType):
        others = [one for one in get_args(type_) if one is not NoneType]
        return bare(others[0]) if len(others) == 1 else Union[tuple(map(bare, others))]  # noqa: UP007 - made of a list
    return type_


def _of_value(type_: Any, value: Any, path: Path) -> Iterator[Mistake]:  # noqa: ANN401 - any type of a field, any value
    inner = bare(type_)
    if isinstance(inner, type) and issubclass(inner, msgspec.Struct):
        if isinstance(value, dict):
            yield from mistakes_of_shape(inner, value, path)
        else:
            yield Mistake(path, f"`{path[-1]}` is {shown(value)}; {table(str(path[-1]), many=False)}")
        return
    item = get_args(inner)[0] if get_origin(inner) is tuple else None
    if isinstance(item, type) and issubclass(item, msgspec.Struct):
        if not isinstance(value, list):
            yield Mistake(path, f"`{path[-1]}` is {shown(value)}; {table(str(path[-1]), many=True)}")
            return
        for number, one in enumerate(value):
            if isinstance(one, dict):
                yield from mistakes_of_shape(item, one, (*path, number))
            else:
                yield Mistake((*path, number), f"`{path[-1]}` holds {shown(one)}; {table(str(path[-1]), many=True)}")
    elif item is not None and isinstance(value, list):
        for number, one in enumerate(value):
            yield from _plain(item, one, (*path, number))
    else:
        yield from _plain(type_, value, path)


def _plain(type_: Any, value: Any, path: Path) -> Iterator[Mistake]:  # noqa: ANN401 - any type of a field, any value
    try:
        msgspec.convert(value, type_)
    except msgspec.ValidationError:
        at = max(i for i, part in enumerate(path) if isinstance(part, str))
        yield Mistake(path, f"`{path[at]}`{here(path[:at])} is {shown(value)}; give {wanted(type_)}")


def table(name: str, *, many: bool) -> str:
    """How a table is opened."""
    return f"open a table with [[{name}]]" if many else f"open a table with [{name}], or write {name} = {{ ... }}"


def shown(value: Any) -> str:  # noqa: ANN401 - any value
    """A value in words, for a person who looks for it."""
    if isinstance(value, dict | list):
        return WORDS[type(value)]
    text = str(value).lower() if isinstance(value, bool) else repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def wanted(type_: Any) -> str:  # noqa: ANN401 - any type of a field
    """What a setting takes, in words."""
    inner = bare(type_)
    limits = [note for note in _notes(type_) if note.ge is not None or note.le is not None]
    if get_origin(inner) is Literal:
        return f"one of {', '.join(map(str, get_args(inner)))}, in quotation marks"
    if get_origin(inner) in (Union, UnionType):
        return " or ".join(wanted(one) for one in get_args(inner))
    if get_origin(inner) is tuple:
        item = get_args(inner)[0]
        return f"a list of {PLURAL.get(bare(item), wanted(item))}{''.join(map(_range, _limits(item)))}: [...]"
    return f"{WORDS.get(inner, str(inner))}{''.join(map(_range, limits))}"


def _limits(type_: Any) -> list[msgspec.Meta]:  # noqa: ANN401 - any type of a field
    return [note for note in _notes(type_) if note.ge is not None or note.le is not None]


def _range(note: msgspec.Meta) -> str:
    return f" from {note.ge} to {note.le}"


def _notes(type_: Any) -> Iterator[msgspec.Meta]:  # noqa: ANN401 - any type of a field
    """All that is annotated on a type, whatever stands between."""
    if get_origin(type_) is Annotated:
        yield from (note for note in type_.__metadata__ if isinstance(note, msgspec.Meta))
        yield from _notes(get_args(type_)[0])
    elif get_origin(type_) in (Union, UnionType):
        for one in get_args(type_):
            yield from _notes(one)


def described(type_: type[msgspec.Struct]) -> Iterator[tuple[str, Any, str]]:
    """Each setting of a table: name, type and meaning, "" for one without."""
    hints = get_type_hints(type_, include_extras=True)
    for field in msgspec.structs.fields(type_):
        note = next((n.description for n in _notes(hints[field.name]) if n.description), "")
        yield field.encode_name, hints[field.name], note or ""
