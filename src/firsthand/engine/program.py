"""Which program it is: its name, and a digest of the code that conclusions depend on."""

from functools import cache
from importlib.resources import files

from firsthand import __version__
from firsthand.model.base import digest, sha256

READING = ("model", "resources", "extract")
"""Packages that decide what is taken from one report."""
CONCLUDING = (*READING, "trace", "date", "link", "weigh", "record")
"""Packages that decide what is concluded from all."""


def program_name() -> str:
    """The program and its version, as records name it."""
    return f"firsthand {__version__}"


@cache
def code(packages: tuple[str, ...]) -> str:
    """Digest of the source of these packages: other code may say other things, even under one version number.

    Read once: what this process runs is what was there when it began.
    """
    root = files("firsthand")
    sources = [
        (package, entry.name, sha256(entry.read_bytes()))
        for package in packages
        for entry in sorted(root.joinpath(package).iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".py")
    ]
    return digest("src", sources)
