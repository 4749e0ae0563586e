"""Which voice may replace another's figure: the same one, or one as well placed to count; never a side of the fight."""

import re
from typing import Final

from firsthand.model.value import Party
from firsthand.weigh.camps import Camps
from firsthand.weigh.evidence import Case, Stated
from firsthand.weigh.origins import Sources
from firsthand.weigh.readings import OUTLET, voice_name
from firsthand.weigh.tolls import CHANGED, recalled

COUNTS: Final = re.compile(
    r"\b(?:ministr(?:y|ies)|minister|government|president|prime minister|health|hospitals?|medical|morgue|coroner|ambulance|"
    r"prosecutors?|attorney general|police|civil (?:defen[cs]e|protection)|rescue|rescuers|fire service|red (?:cross|crescent)|"
    r"un|united nations|mission|observatory|monitor\w*|commission(?:er)?|court|inquiry|investigat\w+|rights|network|watch|forum|"
    r"authorities|officials?)\b",
    re.IGNORECASE,
)
"""Those whose office it is to count, or who go and count."""
SAW: Final = re.compile(
    r"\b(?:witness(?:es)?|eyewitness(?:es)?|residents?|villagers?|locals?|survivors?|relatives?|famil(?:y|ies)|neighbou?rs?|"
    r"elders?|shopkeepers?|drivers?|traders?|farmers?|students?|pupils?|passers-by|refugees|source|sources|nurse|teacher)\b",
    re.IGNORECASE,
)
"""Those who were near, and tell what they saw."""
OURS: Final = re.compile(r"^(?:our|we|us)\b", re.IGNORECASE)
"""How a side of the fight speaks of itself in its own report."""


class Placed:
    """How well each voice of an incident is placed to say how many."""

    def __init__(self, case: Case, sources: Sources, camps: Camps) -> None:
        self._case = case
        self._sources = sources
        self._camps = camps
        parties = [s for s in case.of("actor", "target") if isinstance(s.claim.value, Party)]
        acting = [s.claim.value for s in case.of("actor") if isinstance(s.claim.value, Party)]
        self._entities = {p.entity for s in parties if isinstance(p := s.claim.value, Party) and p.entity is not None}
        self._state_acts = any(camps.of(p) == "state" for p in acting)
        self._ours = {s.claim.report for s in parties if OURS.match(s.claim.span.quote)}

    def replaces(self, later: Stated, earlier: Stated) -> bool:
        """Tell whether a figure of another voice, given on a later day, takes the place of the earlier one."""
        if self.side(later) or self.side(earlier):
            return False
        changed = recalled(later.claim, self._case.reports.get(later.claim.report), CHANGED)
        return changed or self.rank(later) >= self.rank(earlier)

    def side(self, stated: Stated) -> bool:
        """Tell whether a figure is given by one of those who fight, or by the state whose forces are said to have done it."""
        name = voice_name(stated, self._sources)
        if name == OUTLET:
            return stated.claim.report in self._ours
        camp = self._camps.named(name) or self._camps.words(name)
        if name in self._entities and camp != "state":
            return True
        return camp == "armed" or (camp == "state" and self._state_acts)

    def rank(self, stated: Stated) -> int:
        """2 for those who count, and for an outlet, whose sources are not told; 1 for others; 0 for those who saw it."""
        name = voice_name(stated, self._sources)
        if name == OUTLET or COUNTS.search(name):
            return 2
        return 0 if SAW.search(name) else 1
