"""Reports that go back to one text are found, named and explained; reports that only tell one event are not."""

import pytest

from firsthand.model.extraction import Credit, Extraction, Name, Passage
from firsthand.model.lineage import Lineage
from firsthand.model.report import Report
from firsthand.model.span import Span
from firsthand.model.voice import Attribution, Quotation
from firsthand.trace import trace
from firsthand.trace.texts import plain_sentences, read_texts
from tests.unit.trace.planted import STATEMENTS, TELLINGS, bare, framed, report, reworded

NUMBERS = (("17", "71"), ("300", "30"), ("118", "181"), ("50,000", "15,000"))
NAMES = (("Dorrin", "Dorran"), ("Okoro", "Oroko"), ("Vree", "Vreeman"), ("Jessam", "Jassem"))
SEEDS = range(0, 12, 2)
BACKGROUND = (
    "Quarrels over the Tembe valley go back to 2019, when growers and herders fell out about two wells. A truce of elders "
    "lasted for a year and a half. The Karsh Front has charged a toll at the ford ever since, and buyers in Ostavel pay "
    "for it with every sack of grain.\n"
)
FIRST = (
    "A boat with flour for the islands sank off Cape Tarrow on Monday. Eleven sailors were picked up by a trawler, its "
    "owner said. The harbour master had warned of the swell for three days and closed the outer pier. Nobody knows why "
    "the captain put out at all.\n\n"
)
SECOND = (
    "Teachers in Quell walked out of their classrooms on Thursday over unpaid wages. The governor promised money from a "
    "reserve that parliament must first unlock. Parents took turns to mind the children in a gymnasium. A vote is "
    "planned for next month, and the union says that it will wait no longer.\n\n"
)


def pairs(lineages: tuple[Lineage, ...], names: dict[str, str]) -> set[frozenset[str]]:
    """Pairs of reports (by name) of one lineage, boilerplate apart."""
    found = [x.reports for x in lineages if x.kind != "boilerplate"]
    return {frozenset((names[a], names[b])) for group in found for a in group for b in group if a < b}


def planted(
    rate: float, seed: int, corrupted: tuple[tuple[str, str], ...] = ()
) -> tuple[set[frozenset[str]], set[str]]:
    """Pairs found and changes named where each statement is carried by two outlets and told by a third in its own words."""
    reports: list[Report] = []
    for k in range(len(STATEMENTS)):
        copy = reworded(k, rate, seed + 1)
        if corrupted:
            copy = copy.replace(*corrupted[k])
        reports += [
            report(f"a{k}", framed(reworded(k, 0, seed), 0)),
            report(f"b{k}", framed(copy, 1)),
            report(f"c{k}", framed(TELLINGS[k], 0)),
        ]
    traced = trace(*bare(*reports))
    names = {r.id: r.name for r in reports}
    return pairs(traced.lineages, names), {change for x in traced.lineages for change in x.changed}


WANTED = {frozenset((f"a{k}", f"b{k}")) for k in range(len(STATEMENTS))}


@pytest.mark.parametrize(("rate", "recall"), [(0.0, 1.0), (0.1, 1.0), (0.3, 1.0), (0.6, 0.85)])
def test_a_reworded_statement_is_found_and_an_independent_telling_is_not(rate: float, recall: float) -> None:
    found = [planted(rate, seed)[0] for seed in SEEDS]
    assert all(one <= WANTED for one in found)
    assert sum(len(one) for one in found) >= recall * len(WANTED) * len(found)


@pytest.mark.parametrize("corrupted", [NUMBERS, NAMES], ids=["number", "name"])
@pytest.mark.parametrize(("rate", "recall"), [(0.0, 1.0), (0.1, 1.0), (0.3, 0.95), (0.6, 0.7)])
def test_a_corrupted_number_or_name_is_named(
    rate: float, recall: float, corrupted: tuple[tuple[str, str], ...]
) -> None:
    hits = claims = 0
    for seed in SEEDS:
        _, changed = planted(rate, seed, corrupted)
        claims += len(changed)
        hits += sum(any(old in c and new in c for c in changed) for old, new in corrupted)
    assert hits >= recall * len(corrupted) * len(SEEDS)
    assert hits >= 0.95 * claims


def test_nothing_is_said_to_be_changed_where_nothing_was() -> None:
    assert not any(planted(0.6, seed)[1] for seed in SEEDS)


def test_passages_hold_the_shared_words() -> None:
    one, other = report("a", FIRST + BACKGROUND), report("b", "Other words open this page.\n\n" + FIRST)
    reports, extractions = bare(one, other)
    (lineage,) = trace(reports, extractions).lineages
    assert lineage.kind == "reprint"
    assert lineage.how == "verbatim"
    shown = {p.report: reports[p.report].text[p.start : p.end] for p in lineage.passages}
    assert shown == {one.id: FIRST.strip(), other.id: FIRST.strip()}


def test_background_under_different_news_is_boilerplate() -> None:
    reports, extractions = bare(report("a", FIRST + BACKGROUND), report("b", SECOND + BACKGROUND))
    (lineage,) = trace(reports, extractions).lineages
    assert lineage.kind == "boilerplate"
    assert len(lineage.reports) == 2
    assert any("different news" in reason for reason in lineage.why)


def test_copies_and_the_background_below_them_are_kept_apart() -> None:
    a, b = report("a", FIRST + BACKGROUND), report("b", "Evening paper.\n\n" + FIRST + BACKGROUND)
    c = report("c", SECOND + BACKGROUND)
    lineages = trace(*bare(a, b, c)).lineages
    assert {(x.kind, x.reports) for x in lineages} == {
        ("reprint", tuple(sorted((a.id, b.id)))),
        ("boilerplate", tuple(sorted((a.id, b.id, c.id)))),
    }


def test_bulletins_of_one_form_with_other_names_and_numbers_are_no_lineage() -> None:
    form = (
        "Monitors counted {} breaches of the truce in {} district since {}. Crews from {} fired {} mortar rounds towards "
        "{} and {} people were hurt. Engineers made {} trips to {} and handed out {} parcels there.\n"
    )
    first = form.format(14, "Pellin", "Monday", "Sabrat", 22, "Imbra", 3, 5, "Halmer", 610)
    second = form.format(31, "Quorn", "Friday", "Jessam", 47, "Melisk", 9, 8, "Ostavel", 275)
    assert not trace(*bare(report("a", FIRST + first), report("b", SECOND + second))).lineages


def said(text: str, words: str, speaker: str) -> Attribution:
    """The words as given to a speaker."""
    start = text.index(words)
    return Attribution(
        source=None, cue=(), content=(Span.cut(text, start, start + len(words)),), speaker=speaker, direct=True
    )


def extracted(one: Report, *attributions: Attribution, credit: str | None = None, quoted: bool = False) -> Extraction:
    """An extraction with passages, these attributions (in quotation marks if `quoted`) and a credit at the foot."""
    credits: tuple[Credit, ...] = ()
    if credit:
        at = one.text.rindex(credit)
        credits = (Credit(name=credit, span=Span.cut(one.text, at, at + len(credit)), form="foot"),)
    passages = tuple(Passage(start=a, end=b, section="body", role="main") for a, b in plain_sentences(one.text))
    quotations = tuple(Quotation(span=a.content[0], speaker=a.speaker) for a in attributions if quoted)
    return Extraction(
        report=one.id, passages=passages, attributions=attributions, quotations=quotations, credits=credits
    )


def test_a_statement_is_named_after_its_speaker() -> None:
    a, b = report("a", framed(reworded(0, 0, 1), 0)), report("b", framed(reworded(0, 0.5, 2), 1))
    start = a.text.index("The Varun")
    told = said(
        a.text, a.text[start : a.text.index("vowed") if "vowed" in a.text else a.text.index("promised")], "Varun Guard"
    )
    (lineage,) = trace({a.id: a, b.id: b}, {a.id: extracted(a, told), b.id: extracted(b)}).lineages
    assert (lineage.kind, lineage.how) == ("statement", "paraphrase")
    assert lineage.origin == "statement of Varun Guard"
    assert lineage.speaker == "Varun Guard"


def test_an_agency_credit_names_the_origin_of_a_reprint() -> None:
    a, b = report("a", FIRST + SECOND + "(Merrow Wire)\n"), report("b", "Page two.\n\n" + FIRST + SECOND)
    extractions = {a.id: extracted(a, credit="Merrow Wire"), b.id: extracted(b)}
    (lineage,) = trace({a.id: a, b.id: b}, extractions).lineages
    assert (lineage.kind, lineage.origin) == ("agency", "Merrow Wire")


def test_one_quoted_sentence_of_one_speaker_is_a_statement_and_of_nobody_is_nothing() -> None:
    words = "We shall keep every gate of the valley open for as long as people walk through it"
    a, b = report("a", f'{FIRST}"{words}," Ana Marek said.\n'), report("b", f'{SECOND}Ana Marek said: "{words}."\n')
    bare_lineages = trace(*bare(a, b)).lineages
    assert {x.kind for x in bare_lineages} <= {"boilerplate"}
    speakers = ((a, "Ana Marek"), (b, "Colonel Ana Marek"))
    told = {r.id: extracted(r, said(r.text, words, name), quoted=True) for r, name in speakers}
    (lineage,) = trace({a.id: a, b.id: b}, told).lineages
    assert (lineage.kind, lineage.speaker) == ("statement", "Colonel Ana Marek")


def test_reworded_sayings_of_one_speaker_lead_to_one_statement_and_to_what_was_changed_in_it() -> None:
    first = (
        "The convoy was stopped on the road to Halmer by the Karsh Front, which fired heavy mortars from both banks of the "
        'river. "Our men held the ford until daybreak, and not one crate fell to the raiders," said Ana Marek. "Whoever '
        'planned this shameful deed will be found wherever he sleeps."\n'
    )
    second = (
        "A column came under attack. The gunmen of the Karst Front let loose heavy mortars from both shores of the river. "
        '"Our troops held the crossing until dawn, and no crate at all fell to the raiders," stated Ana Marek. "Whoever '
        'plotted this shameful act will be tracked down wherever he rests."\n'
    )
    told = {}
    reports = {r.id: r for r in (report("a", FIRST + first), report("b", SECOND + second))}
    for key, one in reports.items():
        marks = [k for k, c in enumerate(one.text) if c == '"']
        spans = [Span.cut(one.text, a + 1, b) for a, b in zip(marks[::2], marks[1::2], strict=True)]
        quotations = tuple(Quotation(span=span, speaker="Ana Marek") for span in spans)
        told[key] = Extraction(report=key, quotations=quotations, passages=extracted(one).passages)
    traced = trace(reports, told)
    (lineage,) = traced.lineages
    assert (lineage.kind, lineage.how, lineage.speaker) == ("statement", "paraphrase", "Ana Marek")
    assert any("Karst Front" in change and "Karsh Front" in change for change in lineage.changed)
    assert len(traced.quotations) == 2


@pytest.mark.parametrize("speaker", ["Tembe Monitor", "unnamed source", "monitor"])
def test_what_a_monitor_says_of_itself_under_different_news_is_no_statement(speaker: str) -> None:
    words = "it prints only losses that two clinics have confirmed and mends its table on the first Friday of a month"
    reports = [
        report("a", f"{FIRST}The Tembe Monitor says {words}.\n"),
        report("b", f"{SECOND}The monitor says {words}.\n"),
    ]
    told = {r.id: extracted(r, said(r.text, words, speaker)) for r in reports}
    (lineage,) = trace({r.id: r for r in reports}, told).lineages
    assert lineage.kind == "boilerplate"


def test_a_described_party_is_no_name_that_hides_its_number() -> None:
    text = "Shells killed 14 rebel fighters in the cannery of Pellin at dawn, and burned the mill beside it. " + FIRST
    a, b = report("a", text), report("b", "Page two.\n\n" + text.replace("14", "41"))
    told = {}
    for one, number in ((a, "14"), (b, "41")):
        start = one.text.index(f"{number} rebel fighters")
        span = Span.cut(one.text, start, start + len(f"{number} rebel fighters"))
        named = Name(span=span, type="group", entity=f"{number} rebel fighters")
        told[one.id] = Extraction(report=one.id, names=(named,), passages=extracted(one).passages)
    (lineage,) = trace({a.id: a, b.id: b}, told).lineages
    assert set(lineage.changed) in ({"14 -> 41"}, {"41 -> 14"})


def test_two_names_of_one_entity_are_no_change() -> None:
    text = "The {} shelled the cannery of Pellin at dawn, and burned the mill beside it. " + FIRST
    a, b = report("a", text.format("KF")), report("b", "Page two.\n\n" + text.format("Karsh Front"))
    told = {}
    for one, words in ((a, "KF"), (b, "Karsh Front")):
        start = one.text.index(words)
        named = Name(span=Span.cut(one.text, start, start + len(words)), type="organisation", entity="Karsh Front")
        told[one.id] = Extraction(report=one.id, names=(named,), passages=extracted(one).passages)
    (lineage,) = trace({a.id: a, b.id: b}, told).lineages
    assert not lineage.changed


def test_a_number_is_known_by_the_number_beside_it() -> None:
    body = reworded(2, 0, 1)
    first = body + " At dusk 19 porters were hurt and seven mules ran off."
    second = "Mules, seven of them, are gone. By nightfall 91 carriers lay in tents with seven mules missing. " + body
    (lineage,) = trace(*bare(report("a", first), report("b", second))).lineages
    assert set(lineage.changed) in ({"19 -> 91"}, {"91 -> 19"})


def test_ten_copies_are_one_lineage() -> None:
    body = reworded(2, 0, 1)
    reports = [report(f"r{k}", framed(body, k % 2) + f"Filed under number {k}.\n") for k in range(10)]
    (lineage,) = [x for x in trace(*bare(*reports)).lineages if x.kind != "boilerplate"]
    assert len(lineage.reports) == 10


def test_more_copies_than_are_compared_pair_by_pair_are_one_lineage() -> None:
    body = reworded(1, 0, 1)
    words = body.split()
    reports = []
    for k in range(60):
        changed = [*words[: k % len(words)], f"word{k}", *words[k % len(words) + 1 :]]
        reports.append(report(f"r{k}", f"Page {k} of the morning.\n\n{' '.join(changed)}\n"))
    (lineage,) = [x for x in trace(*bare(*reports)).lineages if x.kind != "boilerplate"]
    assert len(lineage.reports) == 60


FORM = (
    "A patrol of the Varun Regional Guard found {} rifles in a barn at {} on Tuesday. The barn belonged to {}, who was taken "
    "to {} for questioning. Sappers destroyed {} mortar bombs on the spot and no villager was hurt, the guard said.\n"
)


def test_a_form_that_is_filled_in_anew_is_no_copy_and_a_copy_with_one_wrong_number_is() -> None:
    first = report("a", FORM.format(14, "Melisk", "Hadi Orvane", "Sabrat", 33))
    anew = report("b", FORM.format(52, "Quorn", "Osip Lanner", "Pellin", 71))
    copy = report("c", FORM.format(14, "Melisk", "Hadi Orvane", "Sabrat", 330))
    names = {r.id: r.names[0] for r in (first, anew, copy)}
    assert pairs(trace(*bare(first, anew, copy)).lineages, names) == {frozenset(("a", "c"))}


def test_shared_words_that_name_nothing_are_no_news() -> None:
    shared = "Evening bulletin, compiled by the desk. Readers who wrote to us will find an answer on the last page of our paper."
    reports = [report(str(k), f"{shared}\n\n{telling}\n") for k, telling in enumerate(TELLINGS[:3])]
    assert not pairs(trace(*bare(*reports)).lineages, {r.id: r.names[0] for r in reports})


def test_what_is_forgotten_is_worked_out_again() -> None:
    one = report("a", FORM.format(14, "Melisk", "Hadi Orvane", "Sabrat", 33))
    (text,) = read_texts(*bare(one))
    before = (text.sentence_of, text.anchors, text.content, text.vocabulary, text.known)
    text.forget()
    assert (text.sentence_of, text.anchors, text.content, text.vocabulary, text.known) == before
