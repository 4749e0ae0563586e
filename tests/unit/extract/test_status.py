"""Whether an event occurred, goes on, is planned, threatened, tried, denied, or only spoken of. Invented sentences."""

import pytest

from tests.unit.extract.conftest import Read

TOLD = [
    ("occurred", "attacked", "Rebels attacked the port of Sirova on Monday."),
    ("occurred", "attack", "Rebels carried out an attack on the port of Sirova."),
    ("occurred", "killed", "Rebels killed two guards, police said."),
    ("occurred", "attacked", "Witnesses said that rebels had attacked the port of Sirova."),
    ("occurred", "attacked", "Rebels allegedly attacked the port of Sirova."),
    ("occurred", "attacked", "Rebels were reported to have attacked the port."),
    ("occurred", "attack", "The rebels claimed responsibility for the attack on the port."),
    ("ongoing", "shelling", "Troops are shelling the town of Sirova."),
    ("ongoing", "fighting", "Rebels are fighting government troops in Sirova."),
    ("ongoing", "attacking", "Rebels have been attacking the port of Sirova since Monday."),
    ("ongoing", "shell", "Troops continue to shell the town of Sirova."),
    ("ongoing", "clashes", "Clashes between rebels and troops were continuing in Sirova on Monday."),
    ("planned", "attack", "The army will attack the camp next week."),
    ("planned", "attack", "The army plans to attack the camp."),
    ("planned", "attack", "Rebels were preparing to attack the port."),
    ("planned", "attack", "The general vowed to attack the camp."),
    ("planned", "attacks", "Police said the cell was planning attacks on churches in Sirova."),
    ("planned", "attack", "The troops are about to attack the camp."),
    ("planned", "offensive", "The army is preparing an offensive against the rebels in Sirova."),
    ("planned", "withdraw", "The two sides agreed to withdraw their forces from Sirova."),
    ("planned", "deploy", "The union is going to deploy 500 soldiers to the border."),
    ("threatened", "attack", "The rebels threatened to attack the port."),
    ("threatened", "bomb", "The group threatened that it would bomb the bridge."),
    ("threatened", "attacks", "The group threatened attacks on foreign embassies in Sirova."),
    ("threatened", "kill", "The kidnappers have threatened to kill the hostages."),
    ("threatened", "attack", "The rebels warned that they would attack the port."),
    ("attempted", "ambush", "Rebels tried to ambush a convoy near the mill."),
    ("attempted", "attack", "Police foiled an attack on a church in Sirova."),
    ("attempted", "bombing", "Police thwarted a bombing in Sirova on Monday."),
    ("attempted", "seize", "Rebels failed to seize the town of Sirova."),
    ("attempted", "assassinate", "Gunmen attempted to assassinate the governor."),
    ("attempted", "attempt", "The governor survived an assassination attempt on Monday."),
    ("attempted", "attack", "An attempted attack on the port was stopped by guards."),
    ("attempted", "assassination", "The mayor escaped an assassination attempt."),
    ("attempted", "kidnap", "In a bid to kidnap the minister, gunmen stormed his office."),
    ("attempted", "storm", "An attempt to storm the prison was repelled."),
    ("denied", "attacked", "The army denied that its troops attacked the village."),
    ("denied", "attacking", "The army denied attacking the village of Odunga."),
    ("denied", "attack", "The rebels denied any attack on the village of Odunga."),
    ("denied", "bombed", "The ministry rejected claims that its jets bombed the hospital."),
    ("denied", "shelled", "It is not true that the army shelled the hospital, a spokesman said."),
    ("hypothetical", "attack", "If rebels attack the port, ships will leave."),
    ("hypothetical", "attack", "An attack on the port would cut off supplies."),
    ("hypothetical", "attack", "Rebels could attack the port of Sirova."),
    ("hypothetical", "attacks", "The force was set up to prevent attacks on the port."),
    ("hypothetical", "attack", "Officials warned of a possible attack on the port."),
    ("hypothetical", "attacks", "Residents fear new attacks on the town of Odunga."),
    ("hypothetical", "attack", "The troops were trained to attack bunkers."),
    ("hypothetical", "kill", "The bomb could kill hundreds of people."),
    ("hypothetical", "attacked", "Unless they are attacked, the rebels will stay."),
    ("hypothetical", "attack", "The risk of an attack on the port is high."),
    ("hypothetical", "bombing", "The minister called for the bombing of the depot."),
    ("hypothetical", "attack", "Soldiers should attack the camp, the senator argued."),
    ("none", "attack", "No attack took place in Sirova on Monday."),
    ("none", "attack", "There was no attack on the port."),
    ("none", "attack", "The rebels did not attack the port."),
    ("none", "attacked", "The port was not attacked."),
    ("none", "attack", "The rebels never attacked the port."),
]


@pytest.mark.parametrize(("status", "word", "sentence"), TOLD)
def test_status(read: Read, status: str, word: str, sentence: str) -> None:
    found: list[str] = [m.status for m in read(sentence).mentions if word in m.trigger.quote.lower().split()]
    assert (found[:1] or ["none"]) == [status]
