"""Speed, memory and size, measured on this machine against the limits that the program is meant to keep.

Times the whole run (`firsthand build`) against the bare parser on the same texts in the same run, and further: reports
a second, the largest process, `firsthand --help`, the first result of a fresh process, and what an installation takes.
The texts are the sample reports, many times over, with other places, months and words.
"""

import argparse
import os
import platform
import re
import shutil
import statistics
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # a script sees only its own folder

from tools.speed import size, texts, timing  # noqa: E402

PAGE = ROOT / "docs/reference/speed.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
PREFACE = f"""# Speed, memory and size

Written by `.venv/bin/python tools/bench.py --write`; measure your own machine with `make bench`.

{BEGIN}
{END}
"""


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One measured figure, its unit, and the limit it is meant to keep (None: none)."""

    name: str
    value: float
    unit: str
    limit: float | None = None

    @property
    def kept(self) -> bool:
        """At or under the limit."""
        return self.limit is None or self.value <= self.limit


def say(what: str) -> None:
    """Tell what is going on, on the side."""
    print(f"bench: {what}", file=sys.stderr, flush=True)


def throughput(program: Path, folder: Path, reports: int) -> list[Figure]:
    """The whole run in one process against the bare parser in one process, then in two."""
    extraction = folder / "extraction.jsonl"
    say(f"extracting {reports} reports")
    extraction.write_bytes(timing.timed([str(program), "extract", "--strict", str(folder / "texts")]).output)
    build = [str(program), "build", str(folder / "texts"), "--quiet", "--strict", "--out"]
    say("the bare parser, then the whole run, each in one process")
    bare = timing.bare(extraction)
    whole = timing.timed([*build, str(folder / "one.db"), "--workers", "1"])
    say("the whole run in two processes")
    parallel = timing.timed([*build, str(folder / "two.db"), "--workers", "2"])
    return [
        Figure(name="whole run against the bare parser, one process", value=whole.seconds / bare.seconds, unit="times",
               limit=2.0),
        Figure(name="the same in processor time, which a busy machine disturbs less",
               value=whole.processor_seconds / bare.processor_seconds, unit="times"),
        Figure(name="the bare parser, one process", value=bare.seconds, unit="s"),
        Figure(name="the whole run, one process", value=whole.seconds, unit="s"),
        Figure(name="the whole run, two processes", value=parallel.seconds, unit="s"),
        Figure(name="reports a second, two processes", value=reports / parallel.seconds, unit="1/s"),
        Figure(name="the largest process", value=max(whole.memory_mb, parallel.memory_mb), unit="MB", limit=1000),
    ]  # fmt: skip


def starts(program: Path) -> list[Figure]:
    """Start-up: the help, and the first result of a fresh process."""
    say("start-up")
    report = min((ROOT / "samples/reports").glob("*.txt"))
    first = statistics.median(timing.first_line_seconds([str(program), "extract", str(report)]) for _ in range(3))
    usage = timing.median_seconds([str(program), "--help"], 7)
    return [
        Figure(name="`firsthand --help`", value=usage, unit="s", limit=0.3),
        Figure(name="first result of a fresh process", value=first, unit="s", limit=4.0),
    ]


def sizes() -> tuple[list[Figure], list[str]]:
    """The installed size, and a line on what it goes to."""
    by_package = size.installed(ROOT)
    largest = ", ".join(f"{name} {mb:.0f}" for name, mb in list(by_package.items())[:8])
    total = Figure(name="installed", value=sum(by_package.values()), unit="MB", limit=750)
    return [total], [f"The largest parts of an installation, in MB: {largest}."]


def shown(figure: Figure) -> tuple[str, str, str]:
    """A figure as three cells: name, value, limit."""
    digits = 0 if figure.unit == "MB" else 2 if figure.value < 10 else 1
    limit = "" if figure.limit is None else f"at most {figure.limit:g} {figure.unit}"
    return figure.name, f"{figure.value:.{digits}f} {figure.unit}", limit if figure.kept else f"{limit}: NOT KEPT"


def printed(figures: list[Figure]) -> str:
    """The figures for a terminal."""
    rows = [shown(figure) for figure in figures]
    return "\n".join(f"{name:62s} {value:>12s}   {limit}".rstrip() for name, value, limit in rows)


def section(figures: list[Figure], notes: list[str], reports: int, words: int) -> str:
    """The figures for the documentation."""
    when = datetime.now(UTC).date().isoformat()
    where = f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    head = f"Measured on {when} ({where}) on {reports} reports of {words // reports} words. Give or take 30 %."
    table = ["| | measured | meant to be |", "| --- | ---: | --- |"]
    table += ["| " + " | ".join(shown(figure)) + " |" for figure in figures]
    return "\n\n".join([head, "\n".join(table), *notes])


def write(page: Path, body: str) -> None:
    """Put the section between the markers of the page."""
    text = page.read_text(encoding="utf-8") if page.exists() else PREFACE
    page.parent.mkdir(parents=True, exist_ok=True)
    pattern = f"{re.escape(BEGIN)}.*?{re.escape(END)}"
    replace: Callable[[re.Match[str]], str] = lambda _: f"{BEGIN}\n\n{body}\n\n{END}"  # noqa: E731
    page.write_text(re.sub(pattern, replace, text, flags=re.DOTALL), encoding="utf-8")


def arguments(argv: list[str] | None) -> argparse.Namespace:
    """The options."""
    parser = argparse.ArgumentParser(
        prog="tools/bench.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--copies", type=int, default=16, metavar="N", help="how often each sample is taken (16)")
    parser.add_argument("--write", action="store_true", help="write docs/reference/speed.md")
    parser.add_argument("--program", type=Path, default=ROOT / ".venv/bin/firsthand", metavar="FILE")
    parser.add_argument("--out", type=Path, default=ROOT / "build/bench", metavar="DIR", help="where it writes")
    return parser.parse_args(argv)


def main(argv: list[str] | None = None) -> int:
    """Exit status: 0 measured (whether or not the limits are kept), 1 a command failed."""
    args = arguments(argv)
    program = args.program.absolute()
    shutil.rmtree(args.out, ignore_errors=True)
    reports = texts.write(ROOT / "samples", args.out / "texts", args.copies)
    words = sum(len(path.read_text(encoding="utf-8").split()) for path in (args.out / "texts").iterdir())
    try:
        figures = [*throughput(program, args.out, reports), *starts(program)]
    except (timing.CommandError, OSError) as error:
        print(f"bench: FAILED: {error}")
        return 1
    total, notes = sizes()
    figures += total
    print("\n".join([f"{reports} reports of {words // reports} words", printed(figures), *notes]))
    if args.write:
        write(PAGE, section(figures, notes, reports, words))
        print(f"bench: {PAGE.relative_to(ROOT)} written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
