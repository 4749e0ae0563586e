"""Make the pictures of the README anew: what the program prints for the sample reports, as SVG.

  .venv/bin/python tools/pictures.py
"""

import os
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # a script sees only its own folder

from tools import manual  # noqa: E402

PICTURES = ROOT / "docs/pictures"
THEME = TerminalTheme(
    (252, 252, 250), (40, 44, 52),
    [(40, 44, 52), (176, 48, 48), (40, 120, 60), (150, 100, 10), (40, 90, 160), (130, 60, 140), (20, 120, 130), (120, 120, 120)],
)  # fmt: skip
LINES = 36
"""A picture is cut after so many lines."""
HEAD = 3
"""Lines at the top that are kept where a picture begins further down."""


def printed(command: list[str], columns: int, begin: str) -> Text:
    """What a command prints to a terminal of that width, with its styles; from the first line that has `begin` in it."""
    environment = {**os.environ, "FORCE_COLOR": "1", "COLUMNS": str(columns), "TERM": "xterm-256color"}
    environment.pop("NO_COLOR", None)
    done = subprocess.run(
        [sys.executable, "-m", "firsthand", *command], cwd=manual.samples(), env=environment, check=True, capture_output=True
    )
    lines = [line.rstrip() for line in done.stdout.decode().splitlines()]
    start = next((i for i, line in enumerate(lines) if begin in line), 0)
    kept = lines if start <= HEAD else [*lines[:HEAD], "…", *lines[start:]]
    cut = [*kept[:LINES], "…"] if len(kept) > LINES else kept
    return Text.from_ansi("\n".join(cut))


def picture(name: str, command: list[str], columns: int, *, begin: str = "") -> Path:
    """Write one picture: the command, and what it prints."""
    console = Console(record=True, width=columns, file=Path(os.devnull).open("w"), color_system="truecolor")
    shown = " ".join(["$ firsthand", *command])
    console.print(Text(shown, style="bold"))
    console.print()
    console.print(printed(command, columns, begin))
    svg = console.export_svg(title="firsthand", theme=THEME, unique_id=name)
    # The face that rich names lies on somebody's server: a picture must not call anyone.
    local = re.sub(r"@font-face \{.*?\n    \}\n", "", svg, flags=re.DOTALL)
    path = PICTURES / f"{name}.svg"
    path.write_text(local.replace("Fira Code", "DejaVu Sans Mono, Menlo, Consolas"), encoding="utf-8")
    return path


def main() -> int:
    """Write all pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    made = [
        picture("incidents", ["incidents", "record.db"], 140),
        picture("show", ["show", "record.db", manual.incident(place="Kutum")], 120, begin="Killed:"),
    ]
    print("pictures: " + ", ".join(str(path.relative_to(ROOT)) for path in made))
    return 0


if __name__ == "__main__":
    sys.exit(main())
