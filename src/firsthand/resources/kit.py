"""All that the stages work with, opened once and passed in."""

from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version

from firsthand.model.base import digest
from firsthand.resources.bodies import Bodies
from firsthand.resources.casing import Casing
from firsthand.resources.frames import Frames
from firsthand.resources.gazetteer import Gazetteer
from firsthand.resources.gazetteer_settled import opened_gazetteer
from firsthand.resources.kinds import Kinds
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.offices import Offices
from firsthand.resources.outside import Outside
from firsthand.resources.parser import Parser
from firsthand.resources.scorers import Scorers
from firsthand.resources.settings_rows import names_of
from firsthand.resources.speech import Speech
from firsthand.resources.supplied import NOTHING, Supplied
from firsthand.resources.weights import Weights


@dataclass(frozen=True, kw_only=True)
class Kit:
    """Parser, gazetteer, lexicons, kinds, frames, scorers and weights of one run."""

    parser: Parser
    gazetteer: Gazetteer
    lexicon: Lexicon
    kinds: Kinds
    frames: Frames
    speech: Speech
    outside: Outside
    bodies: Bodies
    offices: Offices
    scorers: Scorers
    weights: Weights

    @classmethod
    def open(cls, supplied: Supplied = NOTHING) -> "Kit":
        """Everything that comes with the program, with what the user supplied; about a second, most of it the parser.

        Errors: SetupError, BadTable.
        """
        given = supplied.set
        return cls(
            parser=Parser.open(), gazetteer=opened_gazetteer(supplied.places, given.place),
            lexicon=Lexicon.open(supplied.tables, names_of(given), plugins=supplied.plugin_tables), kinds=Kinds.open(given.kind),
            frames=Frames.open(given.frame), speech=Speech.open(),
            outside=Outside.open(), bodies=Bodies.open(), offices=Offices.open(),
            scorers=Scorers.open(supplied.scorers), weights=Weights.open(),
        )  # fmt: skip

    @cached_property
    def casing(self) -> Casing:
        """What restores case where a text has none."""
        return Casing(self.gazetteer, self.lexicon, self.scorers)

    @cached_property
    def reading(self) -> str:
        """Digest of all that extraction depends on; an extraction is read again when it changes."""
        return digest(
            "kit",
            version("firsthand"),
            *(
                x.digest
                for x in (
                    self.parser,
                    self.gazetteer,
                    self.lexicon,
                    self.kinds,
                    self.frames,
                    self.speech,
                    self.outside,
                    self.bodies,
                    self.offices,
                    self.scorers,
                )
            ),
        )

    @cached_property
    def digest(self) -> str:
        """Digest of everything."""
        return digest("kit", self.reading, self.weights.digest)
