"""A user's own settings, the `firsthand.toml` beside a record: kinds, frames, actors, places, sources, thresholds and more.

The types say what a file may hold; `settings_reading` reads one and names each mistake. What every setting means stands here, and
docs/reference/settings.md is made of it.
"""

from typing import Annotated, Final, Literal

from msgspec import Meta

from firsthand.model.base import Record, digest
from firsthand.resources.frames import Frame
from firsthand.resources.kinds import Kind

FILE: Final = "firsthand.toml"
"""How the file beside a record is called."""

Trust = Literal["A", "B", "C", "D", "E", "F"]
Codes = str | tuple[str, ...]


class Actor(Record, frozen=True, kw_only=True):
    """A name of an actor, as a line of a table for `--lexicon`."""

    name: Annotated[str, Meta(description="What the record is to call it.")]
    aliases: Annotated[tuple[str, ...], Meta(description="Other names and abbreviations.")] = ()
    type: Annotated[str, Meta(description="`organisation` where nothing is given, `group`, `unit` or `person`.")] = ""
    sort: Annotated[
        str, Meta(description="What it is, such as `militia`; docs/how-to/add-your-actors.md has them all.")
    ] = ""
    country: Annotated[Codes, Meta(description="Two letters as in ISO 3166, or a list of several.")] = ""
    source: Annotated[str, Meta(description="Where you know it from; nothing is concluded from it.")] = ""


class PlaceRow(Record, frozen=True, kw_only=True):
    """A place, as a line of a table for `firsthand gazetteer add`."""

    name: Annotated[str, Meta(description="What the record is to call it.")]
    country: Annotated[str, Meta(description="Two letters as in ISO 3166.")]
    lat: Annotated[float, Meta(ge=-90, le=90, description="Latitude in degrees with a decimal point.")]
    lon: Annotated[float, Meta(ge=-180, le=180, description="Longitude in degrees with a decimal point.")]
    aliases: Annotated[tuple[str, ...], Meta(description="Other names and spellings, in any script.")] = ()
    radius_km: Annotated[
        float | None,
        Meta(description="How far from the point it reaches; areas need it, others have one by their kind."),
    ] = None
    kind: Annotated[
        str, Meta(description="What it is, and so how precise its point: docs/how-to/add-your-places.md has them all.")
    ] = "settlement"
    admin1: Annotated[str, Meta(description="Its province, as `firsthand gazetteer find` writes it.")] = ""
    population: Annotated[
        int | None, Meta(description="How many live there: the larger of two towns is meant sooner.")
    ] = None
    geonames_id: Annotated[
        int | None, Meta(description="Its number in GeoNames: it then takes that place's place.")
    ] = None
    source: Annotated[str, Meta(description="Where you know it from; nothing is concluded from it.")] = ""


class Source(Record, frozen=True, kw_only=True):
    """Who tells of events, and what you think of them."""

    name: Annotated[str, Meta(description="Whom you mean, as `firsthand origins` names them.")]
    aliases: Annotated[tuple[str, ...], Meta(description="Other names that they go by.")] = ()
    sort: Annotated[
        str,
        Meta(description="`agency`, `outlet`, `monitor` or another sort of an actor: reports are then read with the name, as "
             "if you had given it as an `[[actor]]`."),
    ] = ""  # fmt: skip
    country: Annotated[
        Codes, Meta(description="Two letters as in ISO 3166, or a list of several; goes with `sort`.")
    ] = ""
    trust: Annotated[
        Trust | None,
        Meta(description="How reliable you find them, A (completely) to E (not at all), F (cannot be judged): stands in "
             "place of the letter that the program would give."),
    ] = None  # fmt: skip
    why: Annotated[
        str, Meta(description="Your reason, which is shown with the letter. Needed with `trust` and `side`.")
    ] = ""
    side: Annotated[
        str | None,
        Meta(description="The party whose side they are on: where it takes part in an event, they have a stake in how it is "
             "told, and contradict nobody as one who has none."),
    ] = None  # fmt: skip


class Thresholds(Record, frozen=True, kw_only=True):
    """What linking needs, in bits: each bit is odds of two to one. Where nothing is given the program's own stand."""

    join: Annotated[
        Annotated[float, Meta(ge=-3, le=10)] | None,
        Meta(
            description="What must speak for two tellings of news to be one incident. Higher: fewer are wrongly joined."
        ),
    ] = None
    recall: Annotated[
        Annotated[float, Meta(ge=-3, le=15)] | None,
        Meta(description="The same for a telling that only recalls an incident."),
    ] = None
    open: Annotated[
        Annotated[float, Meta(ge=0, le=10)] | None,
        Meta(description="A telling that fits another incident by less than this below its own is said to fit either."),
    ] = None
    doubt: Annotated[
        Annotated[float, Meta(ge=0, le=20)] | None,
        Meta(description="How near to turning an answer must be for `firsthand review` to ask."),
    ] = None


class Plugins(Record, frozen=True, kw_only=True):
    """Which of the installed plugins are used."""

    off: Annotated[tuple[str, ...], Meta(description="Names of plugins that are not to be used.")] = ()


class Llm(Record, frozen=True, kw_only=True):
    """The language model that the extractor `llm` asks, where it is asked for."""

    address: Annotated[str, Meta(description="Address of an OpenAI-compatible server, up to and with its version.")] = (
        ""
    )
    model: Annotated[str, Meta(description="Name of the model, as the server knows it.")] = ""
    call_seconds: Annotated[float, Meta(ge=1, le=86_400, description="How long one answer may take.")] = 300.0
    run_seconds: Annotated[
        Annotated[float, Meta(ge=0, le=31_536_000)] | None,
        Meta(description="How long each process of a run may go on asking; without it, to the end."),
    ] = None
    at_once: Annotated[
        int, Meta(ge=1, le=64, description="Reports that each process asks about at a time; `--workers` adds to it.")
    ] = 1
    price_in: Annotated[
        Annotated[float, Meta(ge=0, le=1_000_000)] | None,
        Meta(description="Money for a million tokens sent, to show the cost."),
    ] = None
    price_out: Annotated[
        Annotated[float, Meta(ge=0, le=1_000_000)] | None, Meta(description="The same for a million tokens answered.")
    ] = None


class Settings(Record, frozen=True, kw_only=True):
    """All that a user's file says."""

    extractors: Annotated[
        tuple[str, ...],
        Meta(description="Extractors that are used beside those that always are. Stands before any table."),
    ] = ()
    kind: Annotated[tuple[Kind, ...], Meta(description="A kind of event of your own.")] = ()
    frame: Annotated[
        tuple[Frame, ...], Meta(description="Words that tell a kind; they go before the program's own.")
    ] = ()
    actor: Annotated[tuple[Actor, ...], Meta(description="An actor and all its names.")] = ()
    place: Annotated[tuple[PlaceRow, ...], Meta(description="A place and all its names.")] = ()
    source: Annotated[tuple[Source, ...], Meta(description="Who tells of events, and what you think of them.")] = ()
    thresholds: Annotated[Thresholds, Meta(description="What linking needs, in bits.")] = Thresholds()
    plugins: Annotated[Plugins, Meta(description="Which of the installed plugins are used.")] = Plugins()
    llm: Annotated[Llm, Meta(description="The language model that the extractor `llm` asks.")] = Llm()

    @property
    def digest(self) -> str:
        """Name of all of it."""
        return digest("set", self)

    @property
    def empty(self) -> bool:
        """Tell whether nothing is set."""
        return self == Settings()


NONE: Final = Settings()
