"""The gazetteer of a run: the program's places, those that the user added once and for all, and those of their settings."""

from collections.abc import Sequence
from pathlib import Path

import marisa_trie

from firsthand.resources.gazetteer import Gazetteer
from firsthand.resources.gazetteer_added import entries_of
from firsthand.resources.gazetteer_tables import Tables, tables_of
from firsthand.resources.gazetteer_user import place_of
from firsthand.resources.gazetteer_writing import laid_out
from firsthand.resources.settings import PlaceRow
from firsthand.resources.settings_rows import row_of


def opened_gazetteer(added: Path | None, places: Sequence[PlaceRow] = ()) -> Gazetteer:
    """The gazetteer with what a user added. Places of settings are few: they are compiled in memory, and nothing is written.

    Errors: SetupError, BadTable.
    """
    gazetteer = Gazetteer.open(added=added)
    return gazetteer.beside(_compiled(places)) if places else gazetteer


def _compiled(places: Sequence[PlaceRow]) -> Tables:
    made = laid_out(list(entries_of([place_of(row_of(place)) for place in places], Gazetteer.open())))
    return tables_of(marisa_trie.Trie().frombytes(made.names), made.tables, again="the same command")
