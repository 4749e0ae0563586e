"""What words tell an event: the frames, as data."""

import tomllib
from collections.abc import Sequence
from importlib.resources import files
from typing import Annotated

import msgspec
from msgspec import Meta

from firsthand.errors import SetupError
from firsthand.model.base import Record, digest, sha256


class Frame(Record, frozen=True, kw_only=True):
    """Triggers of one kind; see the head of frames.toml for the fields."""

    kind: Annotated[str, Meta(description="The kind that these words tell: one of yours or of the program's.")]
    verbs: Annotated[
        tuple[str, ...],
        Meta(description='Verbs in their basic form, small letters, with their particle: `"drive off"`.'),
    ] = ()
    nouns: Annotated[
        tuple[str, ...],
        Meta(description='Nouns in the singular, also several words, small letters: `"cattle raid"`.'),
    ] = ()
    subject: Annotated[str, Meta(description="What the subject of the verb is.")] = "actor"
    object: Annotated[str, Meta(description="What the object of the verb is.")] = "target"
    needs: Annotated[
        str | None,
        Meta(description="What else the sentence must hold, by one of the names that `data/frames.toml` uses."),
    ] = None
    weak: Annotated[
        bool,
        Meta(
            description="It tells an event only where the sentence also names who was hit, hurt, taken, or what was used."
        ),
    ] = False


class Harm(Record, frozen=True, kw_only=True):
    """Words for what happened to people."""

    kind: str
    verbs: tuple[str, ...]
    adjectives: tuple[str, ...]
    nouns: tuple[str, ...]
    intransitive: tuple[str, ...] = ()


class Refine(Record, frozen=True, kw_only=True):
    """Words that make a general kind a finer one."""

    from_: tuple[str, ...] = msgspec.field(name="from")
    to: str
    words: tuple[str, ...]


class FramesFile(Record, frozen=True, kw_only=True):
    """A frames.toml."""

    frame: tuple[Frame, ...]
    harm: dict[str, Harm]
    refine: tuple[Refine, ...]


class Frames:
    """Frames by the lemma that triggers them.

    `verbs`: lemma or "lemma particle" -> frames in the order of the file. `nouns`: the words of a noun phrase, last word
    first to look up. `harm`: (part of speech, lemma) -> field of the count.
    """

    def __init__(self, file: FramesFile, digest: str) -> None:
        self.digest = digest
        self.every = file.frame
        """All frames, in the order of the file."""
        self.verbs: dict[str, list[Frame]] = {}
        self.nouns: dict[str, Frame] = {}
        self.harm_verbs: dict[str, str] = {}
        self.harm_adjectives: dict[str, str] = {}
        self.harm_nouns: dict[str, str] = {}
        self.intransitive: frozenset[str] = frozenset(v for h in file.harm.values() for v in h.intransitive)
        self.harm_kind = {name: h.kind for name, h in file.harm.items()}
        self.refinements = file.refine
        for frame in file.frame:
            for verb in frame.verbs:
                self.verbs.setdefault(verb, []).append(frame)
            for noun in frame.nouns:
                self.nouns.setdefault(noun, frame)
        for name, harm in file.harm.items():
            self.harm_verbs.update(dict.fromkeys(harm.verbs, name))
            self.harm_adjectives.update(dict.fromkeys(harm.adjectives, name))
            self.harm_nouns.update(dict.fromkeys(harm.nouns, name))

    @classmethod
    def open(cls, added: Sequence[Frame] = ()) -> "Frames":
        """The frames that come with the program, a user's own before them.

        Errors: SetupError for a file that is not as it should be.
        """
        raw = files("firsthand").joinpath("data/frames.toml").read_bytes()
        try:
            file = msgspec.convert(tomllib.loads(raw.decode()), FramesFile)
        except (msgspec.ValidationError, tomllib.TOMLDecodeError) as e:
            raise SetupError(f"frames.toml cannot be used: {e}") from e
        if not added:
            return cls(file, sha256(raw))
        both = msgspec.structs.replace(file, frame=(*added, *file.frame))
        return cls(both, digest("frames", sha256(raw), added))

    def refine(self, kind: str, words: frozenset[str], text: str) -> str:
        """The finer kind that the words around a trigger support, or `kind`; single words as lemmas, phrases in `text`."""
        for r in self.refinements:
            if kind in r.from_ and any((w in words) if " " not in w else (w in text) for w in r.words):
                return r.to
        return kind
