"""Words of standing figures: whom they count, and the verbs that tell a state, a change of one, or a level."""

from typing import Final

SORTS: Final = {
    noun: sort
    for sort, nouns in {
        "troops": "troop force soldier personnel serviceman servicewoman servicemember marine paratrooper "
        "commando trooper legionnaire",
        "advisers": "adviser advisor trainer instructor contractor mercenary",
        "peacekeepers": "peacekeeper",
        "officers": "officer policeman police gendarme",
        "fighters": "fighter militant insurgent rebel combatant jihadist guerrilla militiaman",
        "detainees": "detainee",
        "prisoners": "prisoner inmate convict",
        "hostages": "hostage captive",
        "refugees": "refugee",
        "displaced people": "idp",
        "asylum seekers": "asylum-seeker",
        "people": "people person resident inhabitant civilian migrant family man woman child",
    }.items()
    for noun in nouns.split()
}
"""Sort of people by noun, in lower case and singular."""
OWNED: Final = frozenset({"troops", "advisers", "officers", "peacekeepers", "fighters"})
"""Sorts that belong to a state, which then stands before them; of others the word beside them does:
"Rohingya refugees"."""
PEOPLE: Final = {
    "person": "people", "resident": "residents", "inhabitant": "residents", "migrant": "migrants",
    "family": "families", "civilian": "civilians",
}  # fmt: skip
"""How people are called in a figure where the noun says more than that."""
FORCES: Final = frozenset(
    "force garrison contingent mission deployment detachment battalion brigade army presence unit regiment "
    "division company".split()
)
"""Bodies of troops that have a strength."""
ARMED: Final = frozenset(
    "army military navy garrison force militia brigade battalion group mission corps guard".split()
)
CONFINED: Final = frozenset("prison jail detention camp".split())
HOLDS: Final = frozenset(
    "have host keep maintain deploy station hold house retain shelter contain accommodate imprison detain field "
    "command".split()
)
"""Who does it has the people that its object counts."""
LIVES: Final = frozenset(
    "remain live stay shelter operate serve base reside be hold detain imprison house displace station deploy "
    "keep host leave dwell accommodate stand miss".split()
)
"""Whoever does it, or to whom it is done, is there."""
LEVELS: Final = frozenset("number total exceed pass reach stand surpass be top hit average".split())
CHANGES: Final = frozenset(
    "raise increase rise cut reduce grow double triple bring lower fall drop climb swell shrink decline halve "
    "boost expand dwindle jump".split()
)
AMOUNTS: Final = frozenset("number population total strength size figure presence count".split())
THINKS: Final = frozenset("think believe estimate say report know understand".split())
LEAST: Final = 10
"""Fewer people are told of in an event, not counted as a standing figure; but for hostages and prisoners."""
FEW: Final = frozenset({"hostages", "prisoners", "detainees"})
