"""The kind of a whole event: general words take the finer kind told, fighting between armed sides is a clash. All invented."""

import pytest

from tests.unit.extract.conftest import Read

# report, the kinds of its mentions
WHOLE = [
    ("A bomb exploded in a market in Hodeida on Monday, killing two vendors. The attack was the third there.", {"bombing"}),
    ("Gunmen kidnapped a teacher near Kutum on Monday. The attack shocked the town.", {"abduction"}),
    ("Troops killed nine villagers near Kutum on Monday.", {"killing"}),
    ("Rebels launched an offensive near Kutum on Monday, the army said.", {"armed clash"}),
    ("Gunmen attacked a mine near Birao on Sunday, killing four miners.", {"attack"}),
    ("A mine killed four people on a road near Birao on Sunday.", {"roadside bomb"}),
    ("Police arrested two smugglers in Hodeida on Monday. The operation lasted three hours.", {"arrest"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kinds"), WHOLE)
def test_kinds_of_one_event(read: Read, text: str, kinds: set[str]) -> None:
    assert {m.kind for m in read(text).mentions} == kinds
