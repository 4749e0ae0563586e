"""The little of lxml's elements that reading needs, with types."""

from collections.abc import Iterator
from typing import Protocol


class Element(Protocol):
    """An element of a page, as lxml.html has it; a path ending in an attribute or text() gives strings instead."""

    tag: str
    text: str | None
    tail: str | None

    def get(self, name: str) -> str | None: ...

    def iter(self, tag: str) -> "Iterator[Element]": ...

    def xpath(self, path: str) -> "list[Element]": ...

    def getparent(self) -> "Element | None": ...

    def text_content(self) -> str: ...

    def drop_tree(self) -> None: ...
