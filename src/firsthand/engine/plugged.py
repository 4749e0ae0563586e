"""What plugins there are and what each gives, as a person is told."""

from collections.abc import Iterator

from firsthand.errors import PluginError
from firsthand.model.base import Record
from firsthand.plugins.manager import Plugins
from firsthand.plugins.supply import with_plugins
from firsthand.resources.supplied import Supplied


class Gift(Record, frozen=True, kw_only=True):
    """One thing that a plugin gives. `hook`: what kind of thing, such as "extractor"."""

    hook: str
    name: str
    about: str = ""


class Listed(Record, frozen=True, kw_only=True):
    """A plugin: its name, version, and what it gives. `fault`: why it cannot be used, None where it can."""

    name: str
    version: str
    hooks: tuple[str, ...] = ()
    gives: tuple[Gift, ...] = ()
    fault: str | None = None


def listed() -> tuple[Listed, ...]:
    """Every plugin, those that cannot be used too."""
    found = Plugins.open(strict=False).usable()
    gifts = list(_gifts(found))
    good = [
        Listed(
            name=plugin.name, version=plugin.version, hooks=tuple(found.hooks_of(plugin)),
            gives=tuple(gift for by, gift in gifts if by == plugin.name),
        )
        for plugin in found.plugins
    ]  # fmt: skip
    return (*good, *(Listed(name=one.name, version=one.version, fault=str(one.error)) for one in found.broken))


def with_what_plugins_bring(supplied: Supplied) -> Supplied:
    """What was supplied, with the names and places of the plugins that can be used.

    For a person's decision, which must not be lost by a plugin that is broken: it is logged, and the next build tells of that.
    """
    try:
        return with_plugins(supplied, Plugins.open(supplied.without, strict=False).usable())
    except PluginError:
        return supplied


def _gifts(found: Plugins) -> Iterator[tuple[str, Gift]]:
    """Everything that plugins give, each with the name of its plugin."""
    for reader in found.readers():
        name = f"{reader.item.name} ({' '.join(reader.item.suffixes)})"
        yield reader.plugin.name, Gift(hook="reader", name=name, about=reader.item.about)
    for one in found.all_extractors():
        when = "" if one.item.default else " (where it is asked for: --extractor)"
        yield (
            one.plugin.name,
            Gift(hook="extractor", name=f"{one.item.name} {one.item.version}{when}", about=one.item.about),
        )
    for format in found.exporters():
        yield format.plugin.name, Gift(hook="format", name=format.item.name, about=format.item.about)
    tables = (("names", found.lexicons()), ("scorers", found.scorers()), ("places", found.gazetteers()))
    for hook, paths in tables:
        yield from ((path.plugin.name, Gift(hook=hook, name=path.item.name)) for path in paths)
    for command in found.commands():
        yield command.plugin.name, Gift(hook="command", name=command.item.name)
