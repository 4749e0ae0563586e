"""One kit for all tests of extraction, and a short way to read a sentence."""

from collections.abc import Callable
from datetime import date

import pytest

from firsthand.extract import extract
from firsthand.model.base import sha256
from firsthand.model.claim import Claim, Mention
from firsthand.model.extraction import Extraction
from firsthand.model.report import Report
from firsthand.resources.kit import Kit

Read = Callable[[str], Extraction]


@pytest.fixture(scope="session")
def kit() -> Kit:
    return Kit.open()


@pytest.fixture(scope="session")
def read(kit: Kit) -> Read:
    """Read an invented report."""

    def reader(text: str) -> Extraction:
        report = Report(
            sha256=sha256(text.encode()), text=text, names=("r.txt",), media_type="text/plain", read_on=date(2026, 1, 1)
        )
        return extract(report, next(kit.parser.pipe([text])), kit)

    return reader


def claims(found: Extraction, field: str, *, role: str | None = None) -> list[Claim]:
    """All claims of a field, in the order of the text; of main or background mentions only where `role` is given."""
    return [c for m in found.mentions if role in (None, m.role) for c in m.claims if c.field == field]


def mention(found: Extraction, word: str) -> Mention:
    """The mention whose trigger is `word`."""
    return next(m for m in found.mentions if m.trigger.quote.lower() == word)
