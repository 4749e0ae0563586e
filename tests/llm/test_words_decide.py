"""A model proposes; the report's words decide. Every sentence here is invented."""

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.llm.answer import FIELDS, Answer, Event, Said, read_answer
from firsthand.llm.bearing import DAY as NO_DAY
from firsthand.llm.bearing import DAYS, PARTY, PLACE, PLACES, QUOTE, WEAPON, Bearing
from firsthand.llm.borne import OTHER_KIND, TRIGGER, UNREAL_TOLD, Judge
from firsthand.llm.joining import Joiner
from firsthand.llm.tolls import HARM, NUMBER, OTHERWISE, PEOPLE, UNREAL
from firsthand.llm.words import Reading
from firsthand.model.value import Count, Day, Party, Where
from firsthand.pipeline import extract_all
from firsthand.resources.kit import Kit
from firsthand.store.evidence import admit
from tests import factories
from tests.llm.conftest import Ask
from tests.llm.server import claim, event

FIRE = (
    "Fighters rained fire on a patrol base near Kutum on Tuesday, residents said. At least twelve soldiers did not come "
    "home alive, a medic at the base told reporters; he had counted the dead twice. The base holds 300 sacks of rice.\n"
)
"""What the program's own frames have no words for: "rained fire" is no trigger of theirs."""


def test_what_the_words_bear_out_is_added(ask: Ask) -> None:
    told = event(
        "attack", "rained fire", claim("actor", "Fighters"), claim("target", "a patrol base"), claim("place", "Kutum"),
        claim("date", "Tuesday"), claim("killed", "twelve soldiers", 12, None, speaker="a medic at the base"),
    )  # fmt: skip
    done = ask(FIRE, told)
    assert not done.own.mentions, "the program has learnt these words: take others"
    [mention] = done.both.mentions
    assert mention.trigger.quote == "rained fire"
    assert mention.by.split()[0] == "llm.event"
    assert mention.by.endswith("model:invented-7b@1")
    by_field = {c.field: c for c in mention.claims}
    count = by_field["killed"].value
    assert isinstance(count, Count)
    # Bound and words are the grammar's: the model left "At least" out, and gave no bound.
    assert (count.number, count.bound, count.low, count.high) == (12, "at_least", 12, None)
    assert by_field["killed"].span.quote == "At least twelve soldiers"
    place, day, actor = (by_field[field].value for field in ("place", "date", "actor"))
    assert isinstance(place, Where)
    assert place.place is not None
    assert place.place.country == "SD"
    assert isinstance(day, Day)
    assert day.ref in {t.ref for t in done.own.times}
    assert isinstance(actor, Party)
    assert actor.type == "described"
    assert done.both.refused == ()


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (claim("killed", "thirty soldiers", 30, 30), QUOTE),
        (claim("killed", "twelve soldiers", 500, 500), NUMBER),
        (claim("killed", "twelve soldiers", 12, 500), NUMBER),
        (claim("killed", "soldiers", 12, 12), NUMBER),
        (claim("killed", "300 sacks", 300, 300), HARM),
        (claim("wounded", "twelve soldiers", 12, None), HARM),
        (claim("place", "a patrol base"), PLACE),
        (claim("place", "Tuesday"), PLACE),
        (claim("date", "Kutum"), NO_DAY),
        (claim("actor", "sacks of rice"), PARTY),
        (claim("actor", "Tuesday"), PARTY),
        (claim("target", "Tuesday"), PARTY),
        (claim("weapon", "sacks of rice"), WEAPON),
        (claim("actor", "F" * 4000), QUOTE),
        (claim("actor", ""), QUOTE),
        (claim("actor", "\x1b[2J"), QUOTE),
        (claim("actor", "ighter"), QUOTE),
    ],
)
def test_what_they_do_not_is_dropped_and_counted(ask: Ask, said: dict[str, object], why: str) -> None:
    done = ask(FIRE, event("attack", "rained fire", claim("actor", "Fighters"), said))
    assert done.added() == [("actor", "Fighters")]
    assert done.reasons() == [why]
    assert [refusal.code for refusal in done.both.refused] == ["E707"]
    assert done.model.spent["proposed"] == 3
    assert done.model.spent["dropped"] == 1


@pytest.mark.parametrize(
    ("text", "told", "why"),
    [
        (FIRE, event("attack", "stormed the palace"), QUOTE),
        (FIRE, event("attack", "Kutum on Tuesday"), TRIGGER),
        (FIRE, event("attack", "at the"), TRIGGER),
        ("The minister visited Kutum on Monday.\n", event("massacre", "visited"), OTHER_KIND),
        ("There was no firefight of any sort in Kutum on Monday.\n", event("armed clash", "firefight"), UNREAL_TOLD),
        ("A firefight in Kutum was averted on Monday.\n", event("armed clash", "firefight"), UNREAL_TOLD),
        ("The firefight in Kutum never happened, elders said.\n", event("armed clash", "firefight"), UNREAL_TOLD),
        ("News of a firefight in Kutum was untrue.\n", event("armed clash", "firefight"), UNREAL_TOLD),
        ("The firefight in Kutum did not take place.\n", event("armed clash", "firefight"), UNREAL_TOLD),
        ("The group vowed to unleash hell on Kutum on Monday.\n", event("attack", "unleash hell"), UNREAL_TOLD),
    ],
)
def test_an_event_needs_words_that_tell_it(ask: Ask, text: str, told: dict[str, object], why: str) -> None:
    told["claims"] = [claim("place", "Kutum")]
    done = ask(text, told)
    assert done.added() == []
    assert done.reasons() == [why]
    assert done.both.mentions == done.own.mentions


TOLD = "Gunmen killed three farmers near Kirkuk on Monday. Two shepherds were wounded. Police found a rifle.\n"


def test_what_the_program_has_is_not_said_twice_and_what_it_lacks_joins_it(ask: Ask) -> None:
    done = ask(
        TOLD,
        event(
            "killing",
            "killed",
            claim("killed", "three farmers", 3, 3),
            claim("actor", "Gunmen"),
            claim("place", "Kirkuk"),
        ),
    )
    assert done.both == done.own
    assert done.model.spent["known"] == 4


def test_a_number_that_the_grammar_took_for_another_toll_stays_that(ask: Ask) -> None:
    both = "Gunmen killed three farmers and wounded two shepherds near Kirkuk on Monday.\n"
    done = ask(both, event("killing", "killed", claim("killed", "two shepherds", 2, 2)))
    assert done.added() == []
    assert done.reasons() == [OTHERWISE]


DEAD = "Fighters rained fire on a base near Kutum on Tuesday. The dead were {}, a medic said.\n"


@pytest.mark.parametrize(
    ("words", "number", "enters"),
    [
        ("twelve soldiers", 12, True), ("12 young recruits", 12, True), ("12, of whom nine had names", 12, True),
        ("twelve ill-paid welders", 12, True), ("a boy of 14 and his aunt", 14, False), ("his son, 14, and a cow", 14, False),
        ("six camels", 6, False), ("brought in 12 vehicles", 12, False), ("laid by 300 sacks of rice", 300, False),
        ("found on page 12 of a list", 12, True),
    ],
)  # fmt: skip
def test_a_toll_is_of_people(ask: Ask, words: str, number: int, enters: bool) -> None:
    done = ask(
        DEAD.format(words),
        event("attack", "rained fire", claim("actor", "Fighters"), claim("killed", words, number, number)),
    )
    own = any(c.field == "killed" for m in done.own.mentions for c in m.claims)
    assert any(field == "killed" for field, _ in done.added()) == (enters and not own)
    if not enters:
        assert done.reasons() == [PEOPLE]


@pytest.mark.parametrize(
    ("words", "quote", "number"),
    [
        ("None of the 12 soldiers aboard was killed.", "12 soldiers", 12),
        ("They threatened to kill 50 hostages.", "50 hostages", 50),
        ("The shells could have killed 200 people.", "200 people", 200),
        ("It would have killed 200 people in the market.", "200 people", 200),
        ("The shells almost killed 30 pupils.", "30 pupils", 30),
        ("12 people fled and nobody was killed.", "12 people", 12),
        ("Neither of the two guards was killed.", "two guards", 2),
        ("12 miners are feared dead.", "12 miners", 12),
        ("They had tried to kill 14 judges.", "14 judges", 14),
        ("The army denied that 40 recruits were killed.", "40 recruits", 40),
        ("No vehicles were damaged by those killed.", "No vehicles", 0),
        ("No group claimed the fire that killed the guards.", "No group", 0),
        ("No one has claimed the fire that killed the guards.", "No one", 0),
        ("None of the dead was a soldier.", "None", 0),
    ],
)
def test_a_number_that_is_denied_or_feared_is_no_toll(ask: Ask, words: str, quote: str, number: int) -> None:
    text = f"Fighters rained fire on a base near Kutum on Tuesday. {words}\n"
    out = claim("actor", "Fighters")
    done = ask(text, event("attack", "rained fire", out, claim("killed", quote, number, number)))
    assert [c for c in done.added() if c[0] == "killed"] == []
    assert set(done.reasons()) <= {UNREAL, PEOPLE, HARM, OTHERWISE}
    assert done.reasons()


@pytest.mark.parametrize(
    ("words", "quote", "number"),
    [
        ("In all 12 recruits perished, said a medic, who will testify.", "12 recruits", 12),
        ("The bodies of nearly 50 pupils lay there.", "nearly 50 pupils", 50),
        ("There were no deaths.", "no deaths", 0),
        ("Nobody was killed.", "Nobody", 0),
        ("The shells killed no one.", "no one", 0),
    ],
)
def test_a_number_that_is_told_stays_one(ask: Ask, words: str, quote: str, number: int) -> None:
    text = f"Fighters rained fire on a base near Kutum on Tuesday. {words}\n"
    out = claim("actor", "Fighters")
    done = ask(text, event("attack", "rained fire", out, claim("killed", quote, number, number)))
    told = [c.value for m in done.both.mentions for c in m.claims if c.field == "killed"]
    assert [c.number for c in told if isinstance(c, Count)] == [number], done.reasons()


@pytest.mark.parametrize(
    ("field", "quote", "entity"),
    [
        ("victim", "villagers kidnapped by Boko Haram", None),
        ("victim", "foes of Boko Haram", None),
        ("victim", "suspected Boko Haram fighters", "Boko Haram"),
        ("victim", "Boko Haram", "Boko Haram"),
    ],
)
def test_somebody_is_named_only_where_the_words_are_about_the_name(
    ask: Ask, field: str, quote: str, entity: str | None
) -> None:
    text = f"Dawn raiders rained fire on a base near Kutum on Tuesday. There lay {quote}.\n"
    done = ask(text, event("attack", "rained fire", claim(field, quote)))
    told = [c.value for m in done.both.mentions for c in m.claims if c.by.startswith("llm.") and c.field == field]
    assert {p.entity for p in told if isinstance(p, Party)} <= {entity}
    assert entity is None or told


@pytest.mark.parametrize(
    ("field", "quote", "why"),
    [("date", "Tuesday or on Friday", DAYS), ("place", "Kutum and Kirkuk", PLACES)],
)
def test_several_days_or_places_are_none(ask: Ask, field: str, quote: str, why: str) -> None:
    text = f"Dawn raiders rained fire on a base. That was on {quote}, or so.\n"
    done = ask(text, event("attack", "rained fire", claim(field, quote)))
    assert why in done.reasons()


def test_whoever_only_stands_near_is_no_speaker(ask: Ask) -> None:
    text = "Fighters rained fire on a base near Kutum on Tuesday. The bodies of 12 recruits lay there. A medic wept.\n"
    out = claim("actor", "Fighters", speaker="A medic")
    done = ask(text, event("attack", "rained fire", out, claim("target", "a base", speaker="A medic")))
    assert done.added()
    assert all(c.voice.speaker != "A medic" for m in done.both.mentions for c in m.claims)


def test_nothing_of_the_program_s_own_is_taken_away(ask: Ask) -> None:
    done = ask(TOLD, event("massacre", "killed", claim("killed", "Two shepherds", 2, 2), claim("target", "a rifle")))
    own = {m.id: m for m in done.own.mentions}
    for mention in done.both.mentions:
        if mention.id in own:
            assert mention.kind == own[mention.id].kind
            assert set(own[mention.id].claims) <= set(mention.claims)
    assert set(own) <= {m.id for m in done.both.mentions}


QUOTES = st.sampled_from(
    "killed;three farmers;Gunmen;Kirkuk;Monday;Two shepherds;Police;a rifle;three;rained fire;;nobody;near Kirkuk on Monday;"
    "{;\x00;Gunmen killed three farmers near Kirkuk on Monday.;farm".split(";")
)
NUMBERS = st.none() | st.integers(-5, 5) | st.just(2**63 - 1)
SAIDS = st.builds(
    Said, field=st.sampled_from(FIELDS), quote=QUOTES, sentence=st.none() | st.integers(-3, 9), low=NUMBERS, high=NUMBERS,
    speaker=st.none() | QUOTES,
)  # fmt: skip
EVENTS = st.builds(
    Event, kind=st.sampled_from(["attack", "killing", "arrest", "visit", "air strike"]), trigger=QUOTES,
    status=st.sampled_from(["occurred", "denied", "planned"]), sentence=st.none() | st.integers(-3, 9),
    claims=st.lists(SAIDS, max_size=5).map(tuple),
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=st.lists(EVENTS, max_size=5))
def test_whatever_a_model_says_only_true_words_enter_and_all_is_counted(kit: Kit, told: list[Event]) -> None:
    report = factories.report(TOLD)
    [own] = extract_all([report], kit)
    reading = Reading(report, own)
    answer = Answer(tuple(told), Counter())
    found, dropped = Judge(reading, Bearing(reading, kit.lexicon, kit.frames), kit.kinds, kit.frames).found(
        answer, range(len(own.passages))
    )
    joiner = Joiner(reading, kit.kinds, "model:x@1")
    joiner.add(found)
    both = joiner.extraction()
    assert admit(report, both).refused == ()
    assert answer.proposed == joiner.added + joiner.known + (dropped + joiner.dropped).total()
    kept = {m.id: m for m in both.mentions}
    assert all(set(m.claims) <= set(kept[m.id].claims) for m in own.mentions)
    known = {(a.low, a.high) for k in range(len(own.passages)) for a in reading.amounts(k)}
    for value in (c.value for m in both.mentions for c in m.claims):
        if isinstance(value, Count):
            assert (value.low, value.high) in known
        if isinstance(value, Where):
            assert value.place in {p.place for p in own.places}


def listed(*events: str) -> str:
    """An answer of these events."""
    return f'{{"events": [{",".join(events)}]}}'


def answers() -> Iterator[tuple[str, int | None]]:
    """What comes back as text, and how many events are in it; None for no answer."""
    one = '{"events": [{"kind": "attack", "trigger": "x", "status": "occurred", "claims": []}]}'
    yield one, 1
    yield f"```json\n{one}\n```", 1
    yield f"<think>{{ hm }}</think> Here you are: {one} I hope that helps.", 1
    yield '{"events": []}', 0
    yield one.replace("attack", "feast"), 0
    yield one.replace('"occurred"', '"surely"'), 0
    yield one[:-10], None
    yield "", None
    yield "<html><body>no</body></html>", None
    yield '{"events": 5}', None
    yield "[" * 100_000, None
    yield '{"events": [' + "[" * 50_000 + "]" * 50_000 + "]}", None
    yield '{"events": [' + '{"a":' * 50_000 + "1" + "}" * 50_000 + "]}", None
    yield listed("7", '"x"', "null", "{}", one[12:-2]), 1
    yield listed(*[one[12:-2]] * 1_000), 40


@pytest.mark.parametrize(("text", "count"), list(answers()))
def test_answers_are_read_from_whatever_comes(text: str, count: int | None) -> None:
    found = read_answer(text, ("attack", "killing"))
    assert (None if found is None else len(found.events)) == count


@pytest.mark.parametrize("number", ["1e400", "9" * 400, "-1", "3.5", '"many"', "true", "NaN"])
def test_a_number_that_is_none_costs_only_its_value(number: str) -> None:
    said = [f'{{"field": "killed", "quote": "x", "low": {low}, "high": null}}' for low in (number, "3")]
    text = listed(f'{{"kind": "attack", "trigger": "x", "claims": [{",".join(said)}]}}')
    found = read_answer(text, ("attack",))
    if number == "NaN":  # no JSON at all
        assert found is None
        return
    assert found is not None
    assert found.proposed == 3
    assert found.events[0].claims[-1].low == 3
