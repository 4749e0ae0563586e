"""One report in other forms: in capitals, in small letters, wrapped, with remarks. The finds stay, the quotes are its own."""

import re
import textwrap
from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest

from firsthand.extract.quoted import quoted
from firsthand.model.base import sha256
from firsthand.model.claim import Claim, Mention
from firsthand.model.extraction import Extraction, Name
from firsthand.model.report import Report
from firsthand.model.span import Span
from firsthand.model.value import Count
from firsthand.model.voice import OUTLET
from firsthand.pipeline import extract_all
from firsthand.resources.kit import Kit

REPORTS = (
    "Maiduguri, Nigeria (AP) -- Gunmen on motorcycles attacked a market in Konduga on Tuesday and killed 14 civilians. "
    "The army said Boko Haram was behind the attack. Two soldiers were wounded.",
    "A car bomb exploded outside a police station in Mosul on Friday, killing six policemen and wounding 11 people. "
    "No group claimed responsibility.",
    "Taliban fighters ambushed an Afghan army convoy near Kunduz on Sunday. Four soldiers were killed and seven wounded, "
    "the Ministry of Defense said. The Taliban lost nine men.",
    "Israeli aircraft struck a weapons depot near Damascus on 4 March 2019, the Syrian Observatory for Human Rights said. "
    "Three members of Hezbollah were killed.",
    "Armed men kidnapped five aid workers in North Kivu on Wednesday. The United Nations called for their release.",
    "Troops of the Colombian army killed three guerrillas of the National Liberation Army (ELN) in Arauca. The ELN denied it.",
    "Two drones struck an oil depot near Jeddah in 2020. The Houthis claimed the attack. No one was hurt.",
    'Coalition forces detained two insurgents in Helmand on Saturday. "We found arms," Captain Ruiz said. No shots were fired.',
    "A roadside bomb hit an army truck near Gao and wounded three soldiers. The mayor, Issa Traore, said the road was closed.",
    "Rebels of the March 9 Front shot down a helicopter over Marib, killing two pilots, state television said on 2 May.",
    "Police in Karachi arrested four suspected militants and seized two rifles and 20 grenades on Thursday.",
)
COUNTS = ("killed", "wounded", "captured")


def told(text: str, kit: Kit) -> tuple[Report, Extraction]:
    report = Report(
        sha256=sha256(text.encode()), text=text, names=("r.txt",), media_type="text/plain", read_on=date(2026, 1, 1)
    )  # fmt: skip
    return report, next(extract_all([report], kit))


def kinds(found: Extraction) -> set[str]:
    return {m.kind for m in found.mentions}


def numbers(found: Extraction) -> Counter[tuple[str, int | None]]:
    return Counter(
        (c.field, c.value.number) for m in found.mentions for c in m.claims if isinstance(c.value, Count)
    )  # fmt: skip


def run_on(text: str) -> str:
    return re.sub(r"\. (?=[A-Z\"])", ".", text)


def cable(text: str) -> str:
    """As monitors sent reports: dateline, remark, capitals, lines of 70 columns."""
    whole = f"VALETTA CITY, 4 FEB 90 (EFE) -- [TEXT] {text.upper()} THE RADIO [NAME AS HEARD] GAVE NO OTHER DETAILS."
    return "   " + "\n".join(textwrap.wrap(whole, 70)) + "\n"


def remarked(text: str) -> str:
    return text.replace(". ", ". [passage omitted] ", 1)


@pytest.mark.parametrize("form", [str.upper, str.lower, run_on, remarked, cable], ids=lambda f: f.__name__)
@pytest.mark.parametrize("text", REPORTS, ids=lambda t: t[:20])
def test_other_forms_leave_kinds_and_counts(text: str, form: Callable[[str], str], kit: Kit) -> None:
    _, plain = told(text, kit)
    report, other = told(form(text), kit)
    assert kinds(other) == kinds(plain)
    assert numbers(other) == numbers(plain)
    assert all(c.span.holds_in(report.text) for m in other.mentions for c in m.claims)


@pytest.mark.parametrize(
    "head",
    [
        "ERBIL, Kurdistan Region – ", "BAGHDAD (AP) — ", "Aden, Yemen, May 4 (Reuters) - ",
        "By Maria Lindqvist\nNAIROBI, Kenya — ", "PMN 0412 GLOB 221 /LM/\n\n", "BC-ATTACK-0412/4\nurgent\n\n",
    ],
)  # fmt: skip
def test_a_dateline_byline_or_code_at_the_top_adds_and_takes_nothing(head: str, kit: Kit) -> None:
    text = REPORTS[0].partition("(AP) -- ")[2]
    _, plain = told(text, kit)
    _, other = told(head + text, kit)
    assert kinds(other) == kinds(plain)
    assert numbers(other) == numbers(plain)


def test_a_remark_is_no_part_of_a_name_and_its_quote_is_whole(kit: Kit) -> None:
    report, found = told("[TEXT] Rebels attacked [words indistinct] the town of Mopti [as received] on Monday.", kit)
    assert not [c for m in found.mentions for c in m.claims if "word" in str(c.value).lower()]
    assert all(c.span.holds_in(report.text) for m in found.mentions for c in m.claims)


def test_quotes_are_the_reports_and_names_are_restored(kit: Kit) -> None:
    report, found = told(REPORTS[5].upper(), kit)
    names = {(n.span.quote, n.entity) for n in found.names}
    assert ("ELN", "National Liberation Army") in names
    assert all(n.span.holds_in(report.text) for n in found.names)
    assert "ARAUCA" in {p.span.quote for p in found.places}


def test_a_part_points_at_the_new_name_of_its_whole() -> None:
    def claim(quote: str, number: int, whole: str | None) -> Claim:
        return Claim(
            report="r", mention="m", field="killed", value=Count(number=number, low=number, high=number, part_of=whole),
            span=Span(start=0, end=len(quote), quote=quote), voice=OUTLET, by="test",
        )  # fmt: skip

    whole = claim("Two men", 2, None)
    mention = Mention(
        report="r", event="e", kind="attack", trigger=Span(start=0, end=3, quote="Two"), status="occurred", role="main",
        sentence=0, claims=(claim("Two", 1, whole.id), whole),
    )  # fmt: skip
    name = Name(span=Span(start=4, end=7, quote="men"), type="group", entity="men")
    made = quoted(Extraction(report="r", mentions=(mention,), names=(name,)), "TWO MEN DIED")
    part, new = made.mentions[0].claims
    assert new.span.quote == "TWO MEN"
    assert isinstance(part.value, Count)
    assert part.value.part_of == new.id != whole.id
    assert made.names[0].span.quote == "MEN"
