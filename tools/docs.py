"""Write the generated parts of the documentation anew, or check that they are up to date.

A page that wants a generated part holds cog's markers in HTML comments; the code between them prints the part.
Run by `make docs` and, with --check, by `make test`.
"""

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MARK = "[[[" + "cog"


def pages(root: Path) -> list[Path]:
    """Markdown files at the top and under docs/ that hold a generated part."""
    found = [*root.glob("*.md"), *root.glob("docs/**/*.md")]
    return sorted(page for page in found if MARK in page.read_text(encoding="utf-8"))


def cog(root: Path, files: list[Path], *, check: bool) -> int:
    """Run cog on the files; its exit status is 5 where --check found a difference."""
    mode = ["--check", "--diff", "--check-fail-msg=run: make docs"] if check else ["-r"]
    names = [str(file.relative_to(root)) for file in files]
    return subprocess.run([sys.executable, "-m", "cogapp", "-P", "-U", *mode, *names], cwd=root, check=False).returncode


def main() -> int:
    """Exit status: 0 when all is written or up to date."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where a page is out of date")
    args = parser.parse_args()
    found = pages(ROOT)
    status = cog(ROOT, found, check=args.check) if found else 0
    if status == 0:
        print(f"docs: {len(found)} pages with generated parts {'are up to date' if args.check else 'written'}")
    return status


if __name__ == "__main__":
    sys.exit(main())
