"""How the program and its workers talk: frames of a length and MessagePack, over pipes. Nothing is pickled."""

from collections.abc import Mapping
from typing import BinaryIO

import msgspec

from firsthand.engine.extractor import Outcome
from firsthand.model.base import Record
from firsthand.model.report import Report

LENGTH = 8
"""Bytes of the length before each frame, big-endian."""


class Hello(Record, frozen=True, kw_only=True):
    """A worker's first words: the digest of its extractor, or why it could not start (code, message, what to do)."""

    digest: str = ""
    code: str | None = None
    message: str = ""
    hint: str = ""


class Job(Record, frozen=True, kw_only=True):
    """Reports to extract from, in order."""

    reports: tuple[Report, ...]


class Done(Record, frozen=True, kw_only=True):
    """What came of the reports of a job, in order, and what extractors counted; or why no further job is of use."""

    outcomes: tuple[Outcome, ...] = ()
    spent: Mapping[str, int] = msgspec.field(default_factory=dict)
    code: str | None = None
    message: str = ""
    hint: str = ""


def send(pipe: BinaryIO, frame: Record) -> None:
    """Write one frame."""
    body = msgspec.msgpack.encode(frame)
    pipe.write(len(body).to_bytes(LENGTH, "big") + body)
    pipe.flush()


def receive(pipe: BinaryIO) -> bytes | None:
    """Read one frame, None where the other side is gone."""
    head = _exactly(pipe, LENGTH)
    return _exactly(pipe, int.from_bytes(head, "big")) if head is not None else None


def _exactly(pipe: BinaryIO, count: int) -> bytes | None:
    """So many bytes, None where the pipe ends before."""
    parts = []
    while count:
        part = pipe.read(count)
        if not part:
            return None
        parts.append(part)
        count -= len(part)
    return b"".join(parts)
