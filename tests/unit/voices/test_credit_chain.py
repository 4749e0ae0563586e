"""Through whom a report has what others say."""

import pytest

from firsthand.extract.credits import find_credits
from firsthand.extract.credits_chain import through
from firsthand.model.span import Span
from firsthand.model.voice import Attribution
from firsthand.resources.lexicon import Lexicon

SAID = Attribution(
    source=Span(start=0, end=3, quote="The"), cue=(), content=(), speaker="Harbour Guard", chain=("Harbour Guard",)
)
BODY = "The harbour guard said two boats were sunk on Monday. " * 30


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (f"ADEN (Reuters) - {BODY}", ("Harbour Guard", "Reuters")),
        (f"Boats sunk\nBy Ann Sol, Associated Press\n{BODY}", ("Harbour Guard", "Associated Press")),
        (f"ADEN (AFP/Reuters) - {BODY}", ("Harbour Guard",)),
        (f"{BODY}\nWith inputs from Reuters", ("Harbour Guard",)),
        (f"{BODY}\nA doctor told AFP.", ("Harbour Guard",)),
        (f"By Our Correspondent\n{BODY}", ("Harbour Guard",)),
        (BODY, ("Harbour Guard",)),
    ],
)
def test_what_others_say_has_come_through_the_agency_of_the_head(
    lexicon: Lexicon, text: str, chain: tuple[str, ...]
) -> None:
    assert [a.chain for a in through([SAID], find_credits(text, lexicon), lexicon)] == [chain]


def test_an_agency_that_speaks_for_itself_is_named_once(lexicon: Lexicon) -> None:
    own = Attribution(source=None, cue=(), content=(), speaker="Reuters", chain=("Reuters",))
    assert through([own], find_credits(f"ADEN (Reuters) - {BODY}", lexicon), lexicon) == (own,)
