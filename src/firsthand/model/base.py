"""The base of all types of the record, and the one way to name content."""

import hashlib

import msgspec

DIGITS = 20
"""Hex digits of a name: 80 bits, so that two of 10^9 contents share one with a chance below 10^-6."""


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=False):
    """Base of every type: immutable, built by keyword, equal by content."""


def sha256(data: bytes) -> str:
    """Hex SHA-256 of bytes."""
    return hashlib.sha256(data).hexdigest()


def canonical(value: object) -> bytes:
    """The bytes that name `value`: JSON with sorted keys, the same on every machine."""
    return msgspec.json.encode(value, order="sorted")


def digest(prefix: str, *parts: object) -> str:
    """Name content: `prefix`, an underscore and 20 hex digits over the parts, in order."""
    return f"{prefix}_{sha256(canonical(parts))[:DIGITS]}"
