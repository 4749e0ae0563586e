"""How rare a term is: counted in a sample of the reports, in steps."""

from itertools import pairwise

from firsthand.link.terms import SAMPLE, Terms, sample, stepped


def test_terms_are_counted_in_the_reports_with_the_smallest_ids() -> None:
    reports = [f"rpt_{number:05}" for number in range(2 * SAMPLE)]
    assert sample(reversed(reports)) == tuple(reports[:SAMPLE])
    assert sample([*reports, "rpt_99999"]) == sample(reports), "a report outside the sample changed it"
    assert set(sample(reports[:7])) == set(reports[:7])


def test_counts_go_in_steps_of_half_doublings() -> None:
    assert [stepped(n) for n in (0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 15, 16)] == [
        0,
        1,
        2,
        3,
        4,
        4,
        6,
        6,
        8,
        8,
        12,
        12,
        16,
    ]
    assert all(low <= high for low, high in pairwise(map(stepped, range(300))))
    assert all(3 * stepped(n) > 2 * n for n in range(1, 300))


def test_one_report_more_leaves_most_terms_as_rare_as_they_were() -> None:
    reports = [frozenset({"said", f"name {n}", f"town {n % 29}"}) for n in range(200)]
    before = Terms(reports, 60)
    after = Terms([*reports[1:], frozenset({"said", "name 1", "town 28"})], 60)
    moved = [t for t in sorted(frozenset().union(*reports)) if before.rarity(t) != after.rarity(t)]
    assert moved == ["name 1"]
