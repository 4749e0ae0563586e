"""Names, places and weights of plugins: checked in the plugin's name, and put beside what the user supplied."""

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec.structs import replace

from firsthand.errors import FirsthandError
from firsthand.plugins.found import Given, bad
from firsthand.plugins.manager import Plugins
from firsthand.resources.asking import user_cache
from firsthand.resources.gazetteer_added import sound, tables, together
from firsthand.resources.lexicon_user import with_additions
from firsthand.resources.scorers import Scorers, scorers_in
from firsthand.resources.supplied import Supplied


def with_plugins(supplied: Supplied, plugins: Plugins) -> Supplied:
    """What was supplied, with what plugins bring. Errors: BadPlugin; CannotWrite where places cannot be compiled."""
    names, weights, places = plugins.lexicons(), plugins.scorers(), plugins.gazetteers()
    if not (names or weights or places):
        return supplied
    for one in names:
        _sound(one, "names", lambda path: with_additions((), [path]))
    for one in weights:
        _sound(one, "weights", lambda path: Scorers.open([path]))
    _once(weights)
    return replace(
        supplied,
        plugin_lexicon=tuple(str(one.item) for one in names),
        plugin_weights=tuple(str(one.item) for one in weights),
        plugin_gazetteer=_gazetteer(places, supplied.gazetteer),
    )


def _sound(one: Given[Path], what: str, opened: Callable[[Path], object]) -> None:
    """Errors: BadPlugin for a file that cannot be opened."""
    try:
        opened(one.item)
    except (FirsthandError, OSError, UnicodeError) as e:
        raise bad(one.plugin, f"gives {what} that cannot be used: {e}") from e


def _once(weights: Sequence[Given[Path]]) -> None:
    """Errors: BadPlugin for two that replace one scorer."""
    taken: dict[str, str] = {}
    for one in weights:
        for name in scorers_in(one.item):
            if name in taken:
                raise bad(one.plugin, f"replaces the scorer {name!r}, as {taken[name]} does")
            taken[name] = one.plugin.name


def _gazetteer(places: Sequence[Given[Path]], own: str | None) -> str | None:
    """The compiled folder of the plugins' places and the user's own; None where plugins bring none."""
    found: list[Path] = []
    for one in places:
        files = tables(one.item) if one.item.is_dir() else [one.item]
        if not files:
            raise bad(one.plugin, f"gives the folder {one.item.name!r}, which holds no table of places")
        found += files
    if not found:
        return None
    cache = user_cache("places")
    try:
        return str(together([*found, *(tables(Path(own).parent) if own else ())], cache))
    except FirsthandError:
        for one in places:
            for path in tables(one.item) if one.item.is_dir() else [one.item]:
                _sound(Given(one.plugin, path), "places", sound)
        raise
