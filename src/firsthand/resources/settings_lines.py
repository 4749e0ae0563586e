"""Where in a TOML text each key and each value of a list stands: the parser of the standard library does not say."""

import re
import tomllib
from bisect import bisect_right
from typing import Final

Path = tuple[str | int, ...]
"""Keys and numbers of list items, from the top: ("kind", 0, "acled", "event_type")."""

BLANK: Final = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
SPACE: Final = re.compile(r"[ \t]*")
BARE_KEY: Final = re.compile(r"[A-Za-z0-9_-]+")
QUOTED: Final = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'')
LONG: Final = re.compile(r'"""(?:[^"\\]|\\(?s:.)|"{1,2}(?!"))*"{3,5}|\'\'\'(?:[^\']|\'{1,2}(?!\'))*\'{3,5}')
BARE_VALUE: Final = re.compile(r"[^,\]}#\n]+")


class Lines:
    """Lines by path. `text`: TOML that was parsed without an error."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(m.end() for m in re.finditer("\n", text))]
        self._items: dict[Path, int] = {}
        self._at = 0
        self._found: dict[Path, int] = {}
        self._document()

    def of(self, path: Path) -> int:
        """The line on which what `path` names begins; of what is not there, that of what would hold it."""
        while path and path not in self._found:
            path = path[:-1]
        return self._found.get(path, 1)

    def _note(self, path: Path) -> None:
        self._found.setdefault(path, bisect_right(self._starts, self._at))

    def _skip(self, pattern: re.Pattern[str]) -> str:
        """Go past what the pattern meets here."""
        match = pattern.match(self._text, self._at)
        if match is None:
            return ""
        self._at = match.end()
        return match[0]

    def _is(self, mark: str) -> bool:
        return self._text.startswith(mark, self._at)

    def _document(self) -> None:
        here: Path = ()
        while self._skip(BLANK) is not None and self._at < len(self._text):
            if self._is("["):
                here = self._header()
            else:
                self._pair(here)

    def _header(self) -> Path:
        """The table that a header opens."""
        start, many = self._at, self._is("[[")
        self._at += 2 if many else 1
        keys = self._keys()
        self._at += 2 if many else 1
        path: Path = ()
        for number, key in enumerate(keys, 1):
            path = (*path, key)
            if many and number == len(keys):
                self._items[path] = self._items.get(path, -1) + 1
            if path in self._items:
                path = (*path, self._items[path])
        end, self._at = self._at, start
        for part in range(1, len(path) + 1):
            self._note(path[:part])
        self._at = end
        return path

    def _keys(self) -> list[str]:
        """The parts of a key, with the space around it."""
        keys: list[str] = []
        while True:
            self._skip(SPACE)
            written = self._skip(BARE_KEY) or self._skip(QUOTED)
            keys.append(next(iter(tomllib.loads(f"{written} = 0"))))
            self._skip(SPACE)
            if not self._is("."):
                return keys
            self._at += 1

    def _pair(self, table: Path) -> None:
        start = self._at
        keys = self._keys()
        end, self._at = self._at, start
        for number in range(1, len(keys) + 1):
            self._note((*table, *keys[:number]))
        self._at = end + 1  # past "="
        self._skip(SPACE)
        self._value((*table, *keys))

    def _value(self, path: Path) -> None:
        if self._is("["):
            self._list(path)
        elif self._is("{"):
            self._at += 1
            while not (self._skip(BLANK) is not None and self._is("}")):
                self._pair(path)
                self._skip(BLANK)
                self._at += self._is(",")
            self._at += 1
        else:
            self._skip(LONG) or self._skip(QUOTED) or self._skip(BARE_VALUE)

    def _list(self, path: Path) -> None:
        self._at += 1
        number = 0
        while self._skip(BLANK) is not None and not self._is("]"):
            self._note((*path, number))
            self._value((*path, number))
            number += 1
            self._skip(BLANK)
            self._at += self._is(",")
        self._at += 1
