"""Turns reports of armed conflict into a record in which every value points at the words that say it.

import firsthand

firsthand.build(["reports"], "record.db")
with firsthand.open_record("record.db") as record:
    for incident in record.incidents(kind="air strike"):
        print(incident.title, incident.grade)
"""

import sys
from types import ModuleType
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from firsthand.api import (
        RecordView,
        Summary,
        audit,
        audit_results,
        build,
        decide_place,
        decide_weights,
        doubts,
        explain,
        export,
        extract,
        frame,
        judge,
        learn,
        open_record,
        read,
        review,
        undo,
    )
    from firsthand.errors import FirsthandError

__all__ = [
    "FirsthandError",
    "RecordView",
    "Summary",
    "audit",
    "audit_results",
    "build",
    "decide_place",
    "decide_weights",
    "doubts",
    "explain",
    "export",
    "extract",
    "frame",
    "judge",
    "learn",
    "open_record",
    "read",
    "review",
    "undo",
]


def __getattr__(name: str) -> object:
    """Load the interface when a name of it is first asked for, so that `import firsthand` costs nothing."""
    if name not in __all__:
        raise AttributeError(f"module 'firsthand' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module("firsthand.errors" if name == "FirsthandError" else "firsthand.api"), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]


class _Front(ModuleType):
    """The package as users see it: its names stay what they are, also once the rooms `read` and `extract` were entered."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in __all__ and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Front
