"""Learn the weights of linking from reports whose incidents are known (../shared), and measure them out of fold by incident.

  tools/train_link.py             weights, and their card, into src/firsthand/data/weights
  tools/train_link.py --check     make them, write nothing, and fail where they are not what lies in the repository
  tools/train_link.py --compare   print how other ways of learning do, for the table of ADR 15 (half an hour)

`gva` teaches; `cases` teaches nothing and measures the whole. The same data and code give the same files. It links 1,494 reports
half a dozen times: some minutes.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # a script sees only its own folder

from firsthand.resources.link_weights import written_weights  # noqa: E402
from tools.measuring.corpus import Corpus  # noqa: E402
from tools.training.linking import Taught, compare, learn  # noqa: E402
from tools.training.linking_card import card  # noqa: E402

WEIGHTS = Path("src/firsthand/data/weights")


def files(taught: Taught) -> dict[Path, str]:
    """The files that are made, by path."""
    about = [
        "Weights of linking, in 1/1000 bit, in the place of those of link.toml, to which they were held: see link.md."
    ]
    return {
        WEIGHTS / "link_learnt.toml": written_weights(taught.weights, about),
        WEIGHTS / "link.md": card(taught),
    }


def main(argv: list[str] | None = None) -> int:
    """Exit status: 0 made, 1 nothing to learn from or not what lies there, 2 wrong options."""
    parser = argparse.ArgumentParser(
        prog="tools/train_link.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="write nothing, tell what differs")
    parser.add_argument("--compare", action="store_true", help="other ways of learning, measured the same way")
    parser.add_argument(
        "--records", type=Path, metavar="DIR", help="keep the records of the sets here, for the next time"
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", metavar="DIR")
    args = parser.parse_args(argv)
    corpus = Corpus(folder=args.shared)
    if not corpus.there():
        print(f"train_link: {args.shared.name}/ is not beside the repository, so there is nothing to learn from")
        return 1
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="firsthand-") as kept:
        records = args.records or Path(kept)
        if args.compare:
            compare(corpus, records)
            return 0
        made = files(learn(corpus, records))
    differs = 0
    for path, text in made.items():
        place = ROOT / path
        if args.check:
            if not place.exists() or place.read_text(encoding="utf-8") != text:
                print(f"train_link: {path} is not what is learnt")
                differs += 1
        else:
            place.write_text(text, encoding="utf-8")
    print(f"train_link: {time.monotonic() - started:.0f} s")
    return 1 if differs else 0


if __name__ == "__main__":
    sys.exit(main())
