"""The card of the weights of linking: what taught them, how linking does with them, and what they must not be used for."""

from tools.training.linking import FOLDS, HELD, BCubed, Taught, Whole
from tools.training.tasks import LICENCES

NOT_FOR = (
    "a probability that two reports tell one incident: the weights were held to others set by hand, and groups are made by rules"
    " beside them;",
    "reports of another kind without a look at what they do there: `gva` is news on shootings in the US, where kinds and parties"
    " say less than in a war; where your decisions say otherwise, `firsthand learn` moves them further;",
    "persons: they say whether two reports tell one event, never whether two names are one man.",
)
ABOUT = """# Weights of linking

What agreement and disagreement of two tellings weigh. `link.toml` holds every weight as it was set by hand, with its reason;
`link_learnt.toml` those that `tools/train_link.py` moved. All are in 1/1000 bit.

A factor on each weight, learnt by logistic regression over pairs of reports' first news that linking looks at and no rule
keeps apart, each held to 1 by an L2 penalty of {held:g} (the prior by 1). Guards (`undated`, `side`), vetoes, limits and the
term frequencies (counted in the reports at hand) are not learnt. No weight is tied to a word.
"""
MEASURED = """
## Figures

Out of fold: {folds} folds by incident, each linked with what pairs without its incidents taught. `cases` taught nothing. Gate and
bench measure `gva` with weights that it taught: their figure is the one in fold.
"""


def card(taught: Taught) -> str:
    """The card in Markdown."""
    lines = [
        ABOUT.format(held=HELD),
        "| taught by | reports | incidents | pairs | of one incident | words | licence |",
        "| --- | ---: | ---: | ---: | ---: | --- | --- |",
        f"| gva | {taught.reports} | {taught.incidents} | {taught.pairs} | {taught.same} | no | {LICENCES['gva']} |",
        MEASURED.format(folds=FOLDS),
        "| gva, B-cubed | precision | recall | F1 |", "| --- | ---: | ---: | ---: |",
        _row("by hand", taught.by_hand), _row("out of fold", taught.out_of_fold), _row("in fold", taught.in_fold), "",
        "| cases | B-cubed F1 | near twins kept apart | both found apart | false incidents |",
        "| --- | ---: | ---: | ---: | ---: |",
        _whole("by hand", taught.whole_by_hand), _whole("learnt", taught.whole), "",
        "## What moved\n", "| weight | by hand | learnt |", "| --- | ---: | ---: |",
    ]  # fmt: skip
    lines += [f"| {name} | {hand / 1000:+.2f} | {learnt / 1000:+.2f} |" for name, hand, learnt in taught.moved]
    lines += ["", "## Not to be used for\n", *(f"- {one}" for one in NOT_FOR)]
    return "\n".join(lines) + "\n"


def _row(name: str, found: BCubed) -> str:
    return f"| {name} | {100 * found.precision:.2f} | {100 * found.recall:.2f} | {100 * found.f1:.2f} |"


def _whole(name: str, found: Whole) -> str:
    return f"| {name} | {100 * found.f1:.2f} | {100 * found.twins:.1f} | {100 * found.apart:.1f} | {found.false} |"
