"""What comes with the program, given through the same hooks as anything else."""

from firsthand import __version__
from firsthand.plugins.hooks import Extractor, hookimpl

PROGRAM = "firsthand"
"""Name of the plugin that is the program itself, and of its extractor, which goes before all others."""


class Builtin:
    """The whole list; nothing of the program's own is registered elsewhere."""

    @hookimpl
    def firsthand_extractors(self) -> list[Extractor]:
        """The program's own extractor."""
        return [
            Extractor(
                name=PROGRAM, version=__version__, default=True, open="firsthand.pipeline:open_reading",
                about="what reports in English say, by grammar and small learnt scorers",
            )
        ]  # fmt: skip
