"""Take down anew what the documentation shows of the program's output on the sample reports: pictures (SVG) and text.

Run it when what the program says about the samples has changed, then `make docs`, which puts the texts into the pages.
"""

import io
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs/pictures"
READ_ON = "2026-03-01"
"""Day of reading in the examples: with another day the intervals of undated reports would end elsewhere."""
THEME = TerminalTheme(
    (252, 252, 250),
    (40, 44, 52),
    [
        *((40, 44, 52), (176, 48, 48), (40, 120, 60), (150, 100, 10)),
        *((40, 90, 160), (130, 60, 140), (20, 120, 130), (120, 120, 120)),
    ],
)
LINES = 44
"""A picture is cut after so many lines."""
ANCESTRY = 30
"""Lines of the origins of an incident that a page shows."""
HEAD = 3
"""Lines at the top that are kept where a picture begins further down."""


def printed(folder: Path, *command: str, columns: int | None = None) -> list[str]:
    """The lines that a command prints; `columns`: as to a terminal of that width, with its styles."""
    environment = {**os.environ, "TERM": "xterm-256color", "FORCE_COLOR": "1", "COLUMNS": str(columns)}
    if columns is None:
        environment = {name: value for name, value in environment.items() if name not in ("FORCE_COLOR", "COLUMNS")}
    done = subprocess.run(
        [sys.executable, "-m", "firsthand", *command], cwd=folder, env=environment, check=True, capture_output=True
    )
    return [line.rstrip() for line in done.stdout.decode().splitlines()]


def incident(folder: Path, place: str, *, undated: bool = False, but: str = "") -> str:
    """The short id of the first incident there; `undated`: of the first without a day; `but`: of the first besides that one."""
    found = json.loads("\n".join(printed(folder, "incidents", "record.db", "--place", place, "--json")))
    wanted = [one for one in found if not undated or one["date"]["edtf"] is None]
    ids = [str(one["id"]).removeprefix("inc_")[:8] for one in wanted]
    return next(id_ for id_ in ids if id_ != but)


def picture(name: str, folder: Path, command: list[str], columns: int, *, begin: str = "") -> None:
    """Write one picture: the command, and what it prints, cut; from the first line that has `begin` in it."""
    lines = printed(folder, *command, columns=columns)
    start = next((i for i, line in enumerate(lines) if begin in line), 0)
    kept = lines if start <= HEAD else [*lines[:HEAD], "…", *lines[start:]]
    cut = [*kept[:LINES], "…"] if len(kept) > LINES else kept
    console = Console(record=True, width=columns, file=io.StringIO(), color_system="truecolor")
    console.print(Text(" ".join(["$ firsthand", *command]) + "\n", style="bold"))
    console.print(Text.from_ansi("\n".join(cut)))
    svg = console.export_svg(title="firsthand", theme=THEME, unique_id=name)
    # The face that rich names lies on somebody's server: a picture must not call anyone.
    local = re.sub(r"@font-face \{.*?\n    \}\n", "", svg, flags=re.DOTALL)
    shown = local.replace("Fira Code", "DejaVu Sans Mono, Menlo, Consolas")
    (PICTURES / f"{name}.svg").write_text(re.sub(r"[ \t]+$", "", shown, flags=re.MULTILINE), encoding="utf-8")


def text(name: str, folder: Path, *command: str, first: int | None = None) -> None:
    """Take down what a command prints; `first`: so many lines of it."""
    write(name, command, cut(printed(folder, *command), first))


def part(name: str, folder: Path, id_: str, label: str) -> None:
    """Take down one part of `firsthand show`: from the line that begins with `label` to the next part."""
    lines = printed(folder, "show", "record.db", id_)
    begin = next((i for i, line in enumerate(lines) if line.startswith(label)), None)
    if begin is None:
        raise LookupError(f"show {id_} prints no line that begins with {label!r}; choose another example")
    end = next((i for i in range(begin + 1, len(lines)) if not lines[i].startswith(" ")), len(lines))
    write(name, ("show", "record.db", id_), ["…", *lines[begin:end], "…"])


def why(name: str, folder: Path, id_: str, label: str) -> None:
    """Take down the derivation of the first claim of one part of `firsthand show`."""
    lines = printed(folder, "show", "record.db", id_)
    begin = next(i for i, line in enumerate(lines) if line.startswith(label))
    claim = next(match[1] for line in lines[begin:] if (match := re.search(r"\[([0-9a-f]{8})\]$", line)))
    text(name, folder, "why", "record.db", claim)


def drawing(name: str, folder: Path, id_: str) -> None:
    """Take the tree that `firsthand origins --svg` draws of an incident."""
    printed(folder, "origins", "record.db", id_, "--svg", f"{name}.svg")
    (PICTURES / f"{name}.svg").write_bytes((folder / f"{name}.svg").read_bytes())


def chart(name: str, folder: Path, id_: str, field: str) -> None:
    """Take the step chart that `firsthand history --svg` draws of a count."""
    printed(folder, "history", "record.db", id_, "--field", field, "--svg", f"{name}.svg")
    (PICTURES / f"{name}.svg").write_bytes((folder / f"{name}.svg").read_bytes())


def waterfall(name: str, folder: Path, one: str, other: str) -> None:
    """Take the waterfall that `firsthand explain --svg` draws of two."""
    printed(folder, "explain", "record.db", one, other, "--svg", f"{name}.svg")
    (PICTURES / f"{name}.svg").write_bytes((folder / f"{name}.svg").read_bytes())


def cut(lines: list[str], first: int | None) -> list[str]:
    """The first lines, with a sign that there are more."""
    return lines if first is None or len(lines) <= first else [*lines[:first], "…"]


def audited(folder: Path) -> None:
    """Take down a claim as an audit asks for it, and what made-up answers of two people come to: the third is always wrong."""
    for number, who in enumerate(
        (["--by", "A. Reader", "--sample", "60"], ["--by", "B. Reader", "--same-as", "A. Reader"])
    ):
        wrong = {3, 17, 31} if number == 0 else {3, 17, 40}
        keys = "".join("w\nv\n" if turn in wrong else "n\n" if turn == 9 else "r\n" for turn in range(60)) + "q\n"
        lines = typed(folder, keys, "audit", "record.db", *who)
        if number == 0:
            end = next(i for i, line in enumerate(lines) if "[q]uit >" in line)
            asked = [*lines[:end], lines[end].partition(" > ")[0] + " >"]
            write("audit-claim", ("audit", "record.db", *who[:2]), asked)
    shown = printed(folder, "audit", "record.db", "--results", "--by", "A. Reader")
    begin = next(i for i, line in enumerate(shown) if " claims marked by both" in line)
    write("audit-results", ("audit", "record.db", "--results"), shown[: begin - 1])
    text("audit-agreement", folder, "audit", "record.db", "--agreement")


def typed(folder: Path, keys: str, *command: str) -> list[str]:
    """The lines that a command prints to somebody who types these keys."""
    done = subprocess.run(
        [sys.executable, "-m", "firsthand", *command], cwd=folder, input=keys.encode(), check=True, capture_output=True
    )
    return [line.rstrip() for line in done.stdout.decode().splitlines()]


def write(name: str, command: tuple[str, ...], lines: list[str]) -> None:
    """Write the text of an example: the command as a person types it, and its output."""
    typed = " ".join(f'"{word}"' if " " in word else word for word in command)
    (PICTURES / f"{name}.txt").write_text("\n".join([f"$ firsthand {typed}", *lines, ""]), encoding="utf-8")


def take(folder: Path) -> None:
    """All pictures and texts, from a record of the samples made in `folder`."""
    (folder / "samples").symlink_to(ROOT / "samples")
    printed(folder, "build", "samples/reports", "--out", "record.db", "--read-on", READ_ON, "--quiet")
    kutum = incident(folder, "Kutum")
    picture("incidents", folder, ["incidents", "record.db"], 132)
    picture("show", folder, ["show", "record.db", kutum], 116, begin="Killed:")
    picture("quotes", folder, ["quotes", "record.db"], 116)
    text("list", folder, "incidents", "record.db")
    text("january", folder, "incidents", "record.db", "--day", "2026-01", "--sort", "place")
    text("daquq", folder, "incidents", "record.db", "--place", "Daquq")
    text("dates", folder, "dates", "record.db", "sample-0")
    text("open", folder, "open", "record.db", first=20)
    text("settled", folder, "open", "record.db", "--all", "--about", "responsibility")
    text("figures", folder, "figures", "record.db")
    text("verify", folder, "verify", "record.db", first=1)
    part("day", folder, kutum, "Day")
    part("killed", folder, kutum, "Killed")
    part("wounded", folder, kutum, "Wounded")
    why("why", folder, kutum, "Wounded")
    ambush = incident(folder, "Téra")
    text("sources", folder, "origins", "record.db", first=8)
    second = incident(folder, "Tera Department", but=ambush)
    text("apart", folder, "explain", "record.db", ambush, second)
    waterfall("waterfall", folder, f"{ambush}:sample-04", ambush)
    text("ancestry", folder, "origins", "record.db", ambush, first=ANCESTRY)
    drawing("tree", folder, ambush)
    text("history", folder, "history", "record.db", kutum, "--field", "killed")
    chart("account", folder, ambush, "killed")
    text("as-of", folder, "incidents", "record.db", "--place", "Kutum", "--as-of", "2025-03-12")
    part("origins", folder, kutum, "Goes back to")
    part("differ", folder, kutum, "Where they differ")
    part("undated", folder, incident(folder, "Daquq", undated=True), "Day")
    text("report", folder, "report", "record.db", "sample-05", "--plain", "--width", "110")
    picture("report", folder, ["report", "record.db", "sample-12"], 110)
    # Last: what is marked is kept in the record.
    audited(folder)


def main() -> int:
    """Take everything down."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="firsthand-pictures-") as folder:
        take(Path(folder))
    print(f"pictures: {len(list(PICTURES.iterdir()))} in {PICTURES.relative_to(ROOT)}; now: make docs")
    return 0


if __name__ == "__main__":
    sys.exit(main())
