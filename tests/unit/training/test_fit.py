"""Learning: the fit finds what tells right from wrong, words count only where a licence permits, folds are by text."""

from collections.abc import Iterable

from firsthand.resources.scorers import BIAS, Scorer
from tools.measuring.corpus import Corpus
from tools.training.model import Example, Task, figures, fit, fold_of, permitted


def nothing(_: Corpus) -> Iterable[Example]:
    return ()


TASK = Task(name="try", about="", sources=("isaf",), examples=nothing, least=2)


def example(text: str, right: bool, *features: str, source: str = "isaf") -> Example:
    return Example(source=source, text=text, features=features, right=right)


MIXED = [example(f"t{n}", n % 2 == 0, "subject" if n % 2 == 0 else "object", "noun") for n in range(40)]


def test_the_fit_tells_right_from_wrong_and_is_the_same_each_time() -> None:
    weights = fit(MIXED, TASK)

    assert weights == fit(MIXED, TASK)
    assert weights["subject"] > 1000
    assert weights["object"] < -1000
    assert abs(weights.get("noun", 0) + weights[BIAS]) < 100


def test_a_feature_of_too_few_texts_gets_no_weight() -> None:
    assert "rare" not in fit([*MIXED, example("t1", True, "rare"), example("t1", True, "rare")], TASK)


def test_words_are_left_out_where_the_licence_does_not_permit_them() -> None:
    mine = [example("a", True, "word:raid", "verb"), example("b", True, "word:raid", "verb", source="muc4-dev")]

    assert [e.features for e in permitted(mine, frozenset({"isaf"}))] == [("word:raid", "verb"), ("verb",)]


def test_a_text_is_always_in_the_same_fold() -> None:
    assert {fold_of("text 7") for _ in range(3)} == {fold_of("text 7")}
    assert len({fold_of(f"text {n}") for n in range(50)}) == 4


def test_figures_of_scores() -> None:
    f = figures([(900, True), (100, False), (-50, True), (-900, False)])

    assert (f.precision, f.recall, f.f1, f.auc) == (0.5, 0.5, 0.5, 0.75)


def test_scores_of_the_fit_are_sums() -> None:
    assert Scorer(fit(MIXED, TASK)).score(["subject"]) > 0 > Scorer(fit(MIXED, TASK)).score(["object"])
