"""What hangs together by pairs: the one union-find of the house."""

from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T", int, str, tuple[int, int])


def roots(pairs: Iterable[tuple[T, T]]) -> dict[T, T]:
    """Everything that stands in a pair, with the smallest that it hangs together with, directly or through others."""
    root: dict[T, T] = {}

    def top(one: T) -> T:
        root.setdefault(one, one)
        while root[one] != one:
            root[one] = root[root[one]]
            one = root[one]
        return one

    for left, right in pairs:
        small, large = sorted((top(left), top(right)))
        root[large] = small
    return {one: top(one) for one in root}
