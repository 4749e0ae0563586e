"""The progress bar: stage, rate and time left, on standard error, where that is a terminal."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from firsthand.cli.guard import say

if TYPE_CHECKING:
    from firsthand.engine.progress import Progress, Tick

STAGES = {"read": "Reading", "extract": "Extracting", "conclude": "Linking and weighing", "verify": "Verifying"}


def tell(at: "Tick") -> None:
    """Say on standard error what must be said before it goes on; also where nothing else is."""
    if at.notice:
        say(at.notice)


@contextmanager
def bar(*, quiet: bool) -> "Iterator[Progress]":
    """A callback that draws; it draws nothing when quiet or when nobody is watching."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        ProgressColumn,
        SpinnerColumn,
        Task,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.progress import (
        Progress as Bar,
    )
    from rich.text import Text

    class Rate(ProgressColumn):
        """Reports a second."""

        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:.1f}/s" if task.speed else "", style="progress.data.speed")

    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield tell
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=console, transient=True) as shown:
        tasks = {}

        def tick(at: "Tick") -> None:
            tell(at)
            if at.stage not in tasks:
                tasks[at.stage] = shown.add_task(STAGES[at.stage], total=at.total)
            shown.update(tasks[at.stage], completed=at.done, total=at.total)

        yield tick
