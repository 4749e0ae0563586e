"""A kit for all tests of the language model, and a way to ask about one report."""

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from firsthand.llm.cache import Kept
from firsthand.llm.client import Client
from firsthand.llm.opened import Model
from firsthand.model.extraction import Extraction
from firsthand.model.report import Report
from firsthand.pipeline import extract_all
from firsthand.resources.asking import Asking
from firsthand.resources.kit import Kit
from tests import factories
from tests.llm import server


class Asked(NamedTuple):
    """One report, what the program found in it, and what came of asking."""

    report: Report
    own: Extraction
    both: Extraction
    model: Model

    def added(self) -> list[tuple[str, str]]:
        """Field and words of each claim that a model made."""
        return [(c.field, c.span.quote) for m in self.both.mentions for c in m.claims if c.by.startswith("llm.")]

    def reasons(self) -> list[str]:
        """Why things were dropped."""
        return [r.reason.split(": ", 1)[1] for r in self.both.refused]


class Says(Client):
    """Answers without a server, always the same."""

    def __init__(self, text: str) -> None:
        self._text = text

    def ask(self, messages: object) -> Kept:
        return Kept(text=self._text)

    def close(self) -> None:
        """Nothing is held."""


Ask = Callable[..., Asked]


@pytest.fixture(scope="session")
def kit() -> Kit:
    return Kit.open()


@pytest.fixture
def model_at(kit: Kit, tmp_path: Path) -> Callable[..., Model]:
    """A model at an address, with a cache of its own."""

    def opened(address: str, client: Client | None = None, **more: object) -> Model:
        given = {"model": "invented-7b", "cache": str(tmp_path / "cache"), "retries": 0, "call_seconds": 5.0, **more}
        asking = Asking(address=address, **given)  # type: ignore[arg-type]
        return Model(asking, lexicon=kit.lexicon, kinds=kit.kinds, frames=kit.frames, client=client)

    return opened


@pytest.fixture
def ask(kit: Kit, model_at: Callable[..., Model]) -> Ask:
    """Ask about a text: what comes back are the events given, or, from a server, what its behaviour makes."""

    def asked(text: str, *told: dict[str, object], behaviour: server.Behaviour | None = None, **more: object) -> Asked:
        report = factories.report(text)
        [own] = extract_all([report], kit)
        if behaviour is None:
            model = model_at("http://127.0.0.1:9/v1", client=Says(json.dumps({"events": told})), **more)
            return Asked(report, own, model(report, own), model)
        with server.serving(behaviour) as serving:
            model = model_at(serving.address, **more)
            with closing(model):
                return Asked(report, own, model(report, own), model)

    return asked
