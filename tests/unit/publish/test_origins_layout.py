"""The picture of origins: no box on another, and no line behind a box that it does not lead to."""

from collections import defaultdict
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from firsthand.publish.origins_layout import HEIGHT, SLIT, Key, laid_out

columns = st.integers(0, 2)
chains = st.lists(st.tuples(columns, st.integers(0, 9), st.integers(0, 30)), min_size=1, max_size=40)


@given(chains)
def test_boxes_and_passages_keep_apart(drawn: list[tuple[int, int, int]]) -> None:
    pairs: set[tuple[Key, Key]] = {((column, f"s{name}"), (3, f"r{report}")) for column, name, report in drawn}
    boxes = {key for pair in pairs for key in pair}
    found = laid_out(boxes, pairs)
    taken: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for key, (x, y) in found.places.items():
        taken[x].append((y, y + (HEIGHT if key in boxes else SLIT)))
    for spans in taken.values():
        spans.sort()
        assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    for start, end in pairs:
        line = found.lines[start, end]
        assert [key[0] for key in line] == list(range(start[0], end[0] + 1))
        assert not set(line[1:-1]) & boxes
    assert found.depth >= max(found.places[key][1] + HEIGHT for key in boxes)


def test_the_same_tree_is_drawn_the_same() -> None:
    pairs: list[tuple[Key, Key]] = [((0, "a"), (2, "x")), ((0, "b"), (1, "m")), ((1, "m"), (2, "y"))]
    boxes = {key for pair in pairs for key in pair}
    assert laid_out(boxes, pairs) == laid_out(sorted(boxes, reverse=True), reversed(pairs))
