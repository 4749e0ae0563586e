"""Build the samples without and with a model that answers as a careful reader would, false values mixed in: what enters.

The model is a server of this machine that replays `tools/llm_answers.toml`. It tells how the program takes an answer, and nothing
of any real model.

    python tools/llm_replay.py
"""

import json
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path
from typing import Any

import firsthand

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.llm.server import Asked, Behaviour, Reply, claim, event, events, serving  # noqa: E402

Told = list[dict[str, Any]]


def value(words: str) -> dict[str, Any]:
    """A value of the file as a model gives it."""
    field, quote, low, high, speaker = (*words.split("|"), "", "", "")[:5]
    return claim(field, quote, int(low) if low else None, int(high) if high else None, speaker=speaker or None)


def answering(told: Told) -> Behaviour:
    """A model that says of each report what the file has, true and false values in turn."""

    def answer(asked: Asked) -> Reply:
        return events(
            *(
                event(one["kind"], one["trigger"], *map(value, [*one["true"], *one["false"]]))
                for one in told
                if one["shown"] in asked.stretch
            )
        )

    return answer


def facts(record: Path) -> str:
    """How many facts of the samples hold in a record."""
    exported = record.with_suffix(".json")
    exported.write_bytes(firsthand.export(record))
    scored = subprocess.run(
        [sys.executable, str(ROOT / "tools/samples_score.py"), str(exported)],
        capture_output=True,
        text=True,
        check=False,
    )
    return scored.stdout


def entered(record: Path, told: Told) -> tuple[list[str], list[str]]:
    """Claims that a model made, and those of them that the file has as false."""
    found = [c for c in json.loads(firsthand.export(record))["claims"] if c["by"].startswith("llm.")]
    shown = [
        f"{c['report']}: {c['field']} “{c['span']['quote']}”, {c['voice']['speaker'] or 'the outlet'}" for c in found
    ]
    wrong = {tuple(words.split("|")[:2]) for one in told for words in one["false"]}
    return shown, [line for line, c in zip(shown, found, strict=True) if (c["field"], c["span"]["quote"]) in wrong]


def main() -> int:
    """Exit status: 0 where nothing false entered."""
    told: Told = tomllib.loads((ROOT / "tools/llm_answers.toml").read_text(encoding="utf-8"))["event"]
    with tempfile.TemporaryDirectory() as folder:
        plain, asked = Path(folder) / "plain.db", Path(folder) / "asked.db"
        began = time.monotonic()
        firsthand.build([ROOT / "samples/reports"], plain, workers=1)
        between = time.monotonic()
        with serving(answering(told)) as server:
            done = firsthand.build(
                [ROOT / "samples/reports"],
                asked,
                workers=1,
                extractors=["llm"],
                llm_address=server.address,
                llm_model="replayed",
            )
        ended = time.monotonic()
        before, after = facts(plain), facts(asked)
        shown, wrong = entered(asked, told)
    print("\n".join(shown))
    gone = sorted(set(before.splitlines()) - set(after.splitlines()))
    come = sorted(set(after.splitlines()) - set(before.splitlines()))
    print("\n".join([*(f"- {line}" for line in gone), *(f"+ {line}" for line in come)]))
    print(done.llm)
    print(f"false values that entered: {len(wrong)} of {sum(len(one['false']) for one in told)}", *wrong)
    print(f"seconds without {between - began:.2f}, with {ended - between:.2f}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
