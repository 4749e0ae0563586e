"""A settings file read with care: every mistake named by file and line with what to do about it."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import msgspec

from firsthand.errors import BadSettings, NoSuchPath
from firsthand.resources.settings import Settings
from firsthand.resources.settings_lines import Lines
from firsthand.resources.settings_lines import Path as Place
from firsthand.resources.settings_meaning import Known, mistakes_of_meaning
from firsthand.resources.settings_shape import Mistake, mistakes_of_shape

SHOWN: Final = 12
"""So many mistakes are named; the rest is counted."""
LARGEST: Final = 4_000_000
"""Bytes of a file that is read."""
LONGEST: Final = 500
"""Characters of a value."""
AT: Final = re.compile(r" ?\(at (?:line (\d+), column (\d+)|end of document)\)")


class Fault(NamedTuple):
    """A mistake in a file: on which line, and what it is with its remedy."""

    line: int
    what: str


def read_settings(path: Path) -> Settings:
    """The settings of a file. Errors: BadSettings, with all its mistakes; NoSuchPath."""
    settings, faults = checked_settings(path)
    if settings is None or faults:
        raise BadSettings(listed(str(path), faults))
    return settings


def listed(path: str, faults: Sequence[tuple[int, str]]) -> str:
    """Mistakes of a file, each with its line; beyond the first of them they are counted."""
    many = len(faults)
    named = [f"{path}, line {line}: {what}" for line, what in faults[:SHOWN]]
    more = [f"and {many - SHOWN} more"] if many > SHOWN else []
    return "\n  ".join([f"{told(many)} in the settings:", *named, *more])


def told(many: int) -> str:
    """A number of mistakes in words."""
    return "1 mistake" if many == 1 else f"{many} mistakes"


def checked_settings(path: Path) -> tuple[Settings | None, list[Fault]]:
    """The settings of a file, None where they cannot be used, and every mistake in the order of lines. Errors: NoSuchPath."""
    return parsed_settings(content(path))


def content(path: Path) -> bytes:
    """The bytes of a file, not many more than it may have. Errors: NoSuchPath."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as e:  # a name with a null byte is no OSError
        why = getattr(e, "strerror", None) or e
        raise NoSuchPath(f"{path} cannot be read: {why}", hint="Check the path of the settings.") from e


def text_of(raw: bytes) -> str:
    """The text of a file, whichever its ends of lines. Errors: UnicodeDecodeError."""
    return raw.decode("utf-8-sig").replace("\r\n", "\n")


def parsed_settings(raw: bytes) -> tuple[Settings | None, list[Fault]]:
    """The same of a file's bytes."""
    if len(raw) > LARGEST:
        return None, [Fault(1, f"the file is larger than {LARGEST // 1_000_000} MB; give actors and places as tables")]
    try:
        text = text_of(raw)
    except UnicodeDecodeError as e:
        line = raw.count(b"\n", 0, e.start) + 1
        return None, [Fault(line, "the file is not in UTF-8; save it as UTF-8")]
    try:
        parsed = tomllib.loads(text)
        lines = Lines(text)
    except tomllib.TOMLDecodeError as e:
        return None, [_broken(str(e), text)]
    except RecursionError:
        return None, [Fault(1, "lists stand in lists too deep to be read; settings need two levels at most")]
    found = [*mistakes_of_shape(Settings, parsed), *_unseen(parsed, ())]
    found += mistakes_of_meaning(parsed, found, Known.open())
    faults = sorted({Fault(lines.of(mistake.path), mistake.what) for mistake in found})
    return (None if faults else msgspec.convert(parsed, Settings)), faults


def _broken(message: str, text: str) -> Fault:
    """What the parser says of a file that is no TOML."""
    at = AT.search(message)
    line = int(at[1]) if at is not None and at[1] else text.count("\n", 0, len(text.rstrip())) + 1
    what = AT.sub("", message)
    return Fault(
        line,
        f"this is no TOML: {what[:1].lower()}{what[1:]}; mend the line (text stands in quotation marks, lists in [ ])",
    )


def _unseen(value: Any, path: Place) -> Iterator[Mistake]:  # noqa: ANN401 - any value of TOML
    """Texts that hold what cannot be seen, or are too long to be shown."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _unseen(one, (*path, key))
    elif isinstance(value, list):
        for i, one in enumerate(value):
            yield from _unseen(one, (*path, i))
    elif isinstance(value, str):
        hidden = ("Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp")
        if any(unicodedata.category(c) in hidden and c not in "\u200c\u200d" for c in value):
            yield Mistake(
                path, f"{value[:60]!r} holds characters that cannot be seen, or a line break; type it anew on one line"
            )
        elif len(value) > LONGEST:
            yield Mistake(path, f"{value[:40]!r}... is longer than {LONGEST} characters; shorten it")
