"""Low, best and high of short reports. All are invented."""

from pathlib import Path

import pytest

from firsthand import api

CASES = [
    (["A mine killed eight soldiers and a driver on the road near Gao on 3 May 2021."], (9, 9, 9)),
    (
        [
            "A mine killed eight soldiers and a driver on the road near Gao on 3 May 2021.",
            "The army said nine people died when a mine hit a lorry near Gao on 3 May 2021.",
        ],
        (9, 9, 9),
    ),
    (["Shells killed 30 people in Zalingei on 3 May 2021, among them eleven children and six women."], (30, 30, 30)),
    (["An attack in Zalingei on 3 May 2021 killed or wounded 30 people."], None),
    (["Gunmen attacked a post near Gao on 3 May 2021. Nobody was killed."], (0, 0, 0)),
    (["Gunmen attacked a post near Gao on 3 May 2021."], None),
]


@pytest.mark.parametrize(("texts", "killed"), CASES)
def test_low_best_and_high_of_the_dead(tmp_path: Path, texts: list[str], killed: tuple[int, int, int] | None) -> None:
    for n, text in enumerate(texts):
        (tmp_path / f"{n}.txt").write_text(text, encoding="utf-8")
    out = tmp_path / "r.db"
    api.build([tmp_path], out, workers=1)
    with api.open_record(out) as view:
        (incident,) = view.incidents()
        found = {best.field: (best.low, best.best, best.high) for best in incident.best}
    assert found.get("killed") == killed
