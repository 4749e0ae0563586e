"""Answers kept by what was asked: the same question to the same model is never asked twice. No key and no address is in it."""

import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from firsthand.model.base import Record, canonical, sha256

CUT_OFF = "its answer was cut off"
"""Why an answer is not usable that a longer limit would have made whole: it is asked for anew, so it is not kept."""


class Kept(Record, frozen=True, kw_only=True):
    """An answer as it came, and what it took. `declined`: why the model gave none, empty where it did."""

    text: str
    declined: str = ""
    tokens_in: int = 0
    tokens_out: int = 0
    milliseconds: int = 0


class _Page(Record, frozen=True, kw_only=True):
    """A file: the answer, and its digest, by which a torn file is known."""

    model: str
    sha256: str
    kept: Kept


def key(model: str, version: str, schema: Mapping[str, Any], messages: Sequence[Mapping[str, str]]) -> str:
    """Name of a question: the model, the words and form of the prompt, and the stretch of the report."""
    return sha256(canonical((model, version, schema, messages)))


class Cache:
    """A folder of answers; many processes may use it at once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, name: str) -> Kept | None:
        """The answer of that name; None where there is none, or where the file is damaged."""
        try:
            page = msgspec.json.decode(self._path(name).read_bytes(), type=_Page)
        except (OSError, msgspec.MsgspecError, UnicodeError):
            return None
        return page.kept if page.sha256 == sha256(canonical(page.kept)) else None

    def put(self, name: str, model: str, kept: Kept) -> None:
        """Keep an answer: the file is there whole or not at all. Errors: OSError."""
        path = self._path(name)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        page = _Page(model=model, sha256=sha256(canonical(kept)), kept=kept)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
            try:
                file.write(msgspec.json.encode(page))
                file.flush()
                os.replace(file.name, path)  # noqa: PTH105 - one call that is known to be atomic
            except BaseException:
                Path(file.name).unlink(missing_ok=True)
                raise

    def _path(self, name: str) -> Path:
        return self._folder / name[:2] / f"{name}.json"
