"""Which language model a user wants asked, where, and within what bounds. The key is no part of it."""

import os
from pathlib import Path
from typing import Final, Protocol
from urllib.parse import urlsplit

from msgspec.structs import replace

from firsthand.errors import UsageError
from firsthand.model.base import Record

LLM: Final = "llm"
"""Name of the extractor that asks a language model."""
MOST_AT_ONCE: Final = 64
CALL_SECONDS: Final = 300.0


class Asking(Record, frozen=True, kw_only=True):
    """A model behind an OpenAI-compatible `address` ("http://127.0.0.1:8080/v1"). What is empty or None is left to the settings.

    `call_seconds`: how long one answer may take. `run_seconds`: how long a process may ask in all, None without end.
    `at_once`: reports that a process asks about at a time. `price_in`, `price_out`: money for a million tokens, None where it is
    not known. `retries`: how often the client library tries again. `cache`: the folder that keeps answers, None for the user's.
    """

    address: str = ""
    model: str = ""
    call_seconds: float | None = None
    run_seconds: float | None = None
    at_once: int | None = None
    price_in: float | None = None
    price_out: float | None = None
    retries: int = 4
    cache: str | None = None

    @property
    def patience(self) -> float:
        """How long one answer may take."""
        return CALL_SECONDS if self.call_seconds is None else self.call_seconds

    @property
    def abreast(self) -> int:
        """Reports that a process asks about at a time."""
        return 1 if self.at_once is None else self.at_once

    @property
    def folder(self) -> Path:
        """Where answers are kept."""
        return user_cache(LLM) if self.cache is None else Path(self.cache)

    def money(self, tokens_in: int, tokens_out: int) -> float | None:
        """What so many tokens cost; None where no price was given."""
        if self.price_in is None and self.price_out is None:
            return None
        return (tokens_in * (self.price_in or 0.0) + tokens_out * (self.price_out or 0.0)) / 1_000_000


class Set(Protocol):
    """What the settings say of a language model."""

    @property
    def address(self) -> str: ...
    @property
    def model(self) -> str: ...
    @property
    def call_seconds(self) -> float: ...
    @property
    def run_seconds(self) -> float | None: ...
    @property
    def at_once(self) -> int: ...
    @property
    def price_in(self) -> float | None: ...
    @property
    def price_out(self) -> float | None: ...


def whom_to_ask(asking: Asking | None, settings: Set) -> Asking:
    """What the caller gives, and for the rest what the settings say.

    Errors: UsageError for an address that is none, no model, and bounds that cannot be.
    """
    given = asking or Asking()
    told = {
        name: getattr(settings, name)
        for name in ("call_seconds", "run_seconds", "at_once", "price_in", "price_out")
        if getattr(given, name) is None
    }
    return checked(
        replace(given, address=given.address or settings.address, model=given.model or settings.model, **told)
    )


def checked(asking: Asking) -> Asking:
    """The same, if it can be used. Errors: UsageError."""
    if not asking.address or not asking.model.strip():
        hint = "Name both: --llm-address http://127.0.0.1:8080/v1 --llm-model NAME, or address and model under [llm]."
        raise UsageError("the extractor llm needs the address of a language model and its name", hint=hint)
    _usable(asking.address)
    bounds = (asking.patience, asking.run_seconds, asking.price_in, asking.price_out)
    if any(bound is not None and not 0 <= bound < 1e9 for bound in bounds) or not asking.patience:
        raise UsageError("seconds and prices of the language model must be numbers from 0")
    if not 1 <= asking.abreast <= MOST_AT_ONCE:
        raise UsageError(f"a language model is asked about 1 to {MOST_AT_ONCE} reports at once")
    return asking


def _usable(address: str) -> None:
    """Errors: UsageError for what is no address of a model, or holds what may be a key."""
    host = address.partition("://")[2].partition("/")[0]
    if "@" in host or "?" in address or "#" in address:
        hint = "Give the key in the variable FIRSTHAND_LLM_KEY, and the address without user, query or fragment."
        raise UsageError("the address holds a user or a key, a query or a fragment", hint=hint)
    try:
        parts = urlsplit(address)
        whole = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number, brackets that do not close
        whole = False
    if not whole or any(c.isspace() for c in address):
        hint = "Give the address that ends before /chat/completions, for example http://127.0.0.1:8080/v1."
        raise UsageError(f"{address!r} is no address of a language model", hint=hint)


def user_cache(name: str) -> Path:
    """A folder for what can be made or asked for again, in the user's cache folder, as the XDG base directories have it."""
    cache = os.environ.get("XDG_CACHE_HOME", "")
    root = Path(cache) if cache and Path(cache).is_absolute() else Path.home() / ".cache"
    return root / "firsthand" / name
