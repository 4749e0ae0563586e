"""Every scorer that is learnt, and the sets that may teach it."""

from tools.training import slots
from tools.training.casing import case_tasks
from tools.training.model import Task

WORDED = frozenset({"isaf", "wikievents", "re3d", "wikiwars"})
"""Sets whose licence permits weights tied to words. `cases` would too, but teaches nothing: it stays a measure of the whole."""
LICENCES = {
    "isaf": "CC BY-SA 4.0, Alex Strick van Linschoten (strickvl/isafpressreleases); NATO press texts",
    "wikievents": "MIT (raspberryice/gen-arg)",
    "re3d": "public domain (US) and Open Government Licence v3.0 (dstl/re3d)",
    "wikiwars": "CC BY-SA 3.0 (WikiWars, Mazur and Dale 2010)",
    "muc4-dev": "general features only; no weight is tied to a word of these texts (MUC-3/4, DARPA)",
    "case": "general features only; no weight is tied to a word of these texts (CASE 2021 shared task)",
    "gva": "general features only; no weight is tied to a word of these texts (LongTailQATask, cltl)",
    "lgl": "general features only; no weight is tied to a word of these texts (Lieberman et al. 2010)",
}


def tasks() -> dict[str, Task]:
    """The tasks by name."""
    every: list[Task] = [*case_tasks(), *slots.tasks()]
    return {task.name: task for task in sorted(every, key=lambda task: task.name)}
