"""Background paragraphs that recur never make an incident new, and never add a source to an old one."""

import json
from pathlib import Path
from typing import Any

import pytest

import firsthand

STORIES = (
    "Teachers in Beira walked out of their classrooms on Thursday over unpaid wages. The governor "
    "promised money from a reserve "
    "that parliament must first unlock. Parents took turns to mind the children in a gymnasium.",
    "Turnout in the vote on a new coat of arms was the lowest since independence. The opposition called "
    "the design a joke. "
    "Printers in Nampula have been told to wait for the court.",
    "Rain burst a dam above Chimoio overnight, and 1,200 people slept in the cathedral. Bakers gave away "
    "bread. A choir was lifted "
    "from the roof of its bus.",
    "Coffee growers expect a poor harvest after frost in two provinces. Prices rose for a ninth week. "
    "Exporters in Maputo want the "
    "government to lift the tax on sacks.",
    "The ferry to the islands sails again from Monday, its owner said. A new engine came from Durban by "
    "rail. Tickets cost as much as "
    "before, and students pay half.",
)
PLAIN = (
    "Mozambique won independence in 1975 and fought a civil war until 1992. The two parties that fought "
    "it still sit across from each "
    "other in parliament, and gas found off the northern coast has made neither of them rich."
)
RECALLED = (
    "Insurgents have been active in Cabo Delgado since 2017. In April 2020 gunmen of the Mocha Brigade "
    "killed 52 villagers at Xitaxi "
    "who had refused to join them, police said at the time. More than 700,000 people have fled the province."
)
LAST_YEAR = (
    "Xitaxi, where 52 villagers were shot dead by the Mocha Brigade two years ago, remains empty. The "
    "road to it is mined and the "
    "nearest clinic is a day's walk away. Aid lorries turn back at the Messalo bridge."
)
NO_TENSE = (
    "A bomb that the Mocha Brigade planted in a market in Macomia killed 31 people in May. The trial of "
    "two suspects has been put off "
    "three times. Their lawyer says that they were fishing that day."
)
OLD = (
    "11 April 2020\n\nGunmen of the Mocha Brigade killed 52 villagers at Xitaxi in Cabo Delgado on "
    "Tuesday, 7 April, because they had "
    "refused to join them, police spokesman Orlando Mudumane said. Some were beheaded and others shot. "
    "The attackers burned houses "
    "and left toward the Messalo river."
)
NEW = (
    "9 March 2021\n\nGunmen of the Mocha Brigade killed 7 villagers at Nangade in Cabo Delgado on "
    "Monday, the district administrator, "
    "Jaime Nkaba, said. They came at night in two boats and burned a clinic."
)


def record(folder: Path, texts: dict[str, str]) -> dict[str, Any]:
    """The record of these reports, by name without ending."""
    reports = folder / "reports"
    reports.mkdir()
    for name, text in texts.items():
        (reports / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    firsthand.build([reports], folder / "record.db", workers=1)
    made: dict[str, Any] = json.loads(firsthand.export(folder / "record.db"))
    return made


def main(made: dict[str, Any]) -> list[dict[str, Any]]:
    """The incidents that some report tells as news, of kinds in which people are killed."""
    return [i for i in made["incidents"] if i["role"] == "main" and i["killed"]]


def killed(made: dict[str, Any], number: int) -> list[dict[str, Any]]:
    """The incidents with a reading of so many killed."""
    return [i for i in made["incidents"] if any(k["number"] == number for k in i["killed"])]


@pytest.mark.parametrize("background", [PLAIN, LAST_YEAR, NO_TENSE], ids=["history", "two years ago", "as if news"])
def test_background_below_five_stories_is_boilerplate_and_no_new_incident(background: str, tmp_path: Path) -> None:
    made = record(tmp_path, {f"s{k}": f"{story}\n\n{background}" for k, story in enumerate(STORIES)})
    assert [(line["kind"], len(line["reports"])) for line in made["lineages"]] == [("boilerplate", 5)]
    assert main(made) == []
    assert all(i["independent_sources"] == 1 for i in made["incidents"])


def test_a_recalled_attack_is_one_incident_with_one_source(tmp_path: Path) -> None:
    made = record(tmp_path, {f"s{k}": f"{story}\n\n{RECALLED}" for k, story in enumerate(STORIES)})
    (recalled,) = killed(made, 52)
    assert recalled["role"] == "background"
    assert recalled["independent_sources"] == 1


def test_background_adds_no_source_to_the_attack_that_it_recalls(tmp_path: Path) -> None:
    alone = record(_made(tmp_path / "alone"), {"old": OLD})
    (told,) = killed(alone, 52)
    texts = {"old": OLD} | {f"s{k}": f"{story}\n\n{RECALLED}" for k, story in enumerate(STORIES)}
    made = record(_made(tmp_path / "all"), texts)
    (again,) = [i for i in killed(made, 52) if i["role"] == "main"]
    assert again["independent_sources"] == told["independent_sources"] == 1
    assert len(main(made)) == len(main(alone)) == 1


def test_background_below_another_attack_of_the_kind_is_not_taken_for_it(tmp_path: Path) -> None:
    alone = record(_made(tmp_path / "alone"), {"old": OLD, "new": NEW})
    made = record(_made(tmp_path / "all"), {"old": OLD, "new": f"{NEW}\n\n{RECALLED}"})
    for texts in (alone, made):
        (new,) = killed(texts, 7)
        assert new["independent_sources"] == 1
        assert not any(k["number"] == 52 for k in new["killed"])
    (old,) = [i for i in killed(made, 52) if i["role"] == "main"]
    assert old["independent_sources"] == 1
    assert len(main(made)) == len(main(alone)) == 2


def test_background_that_two_outlets_copy_below_one_attack_is_no_second_source_of_it(tmp_path: Path) -> None:
    other = NEW.replace("They came at night in two boats and burned a clinic.", "Nobody has claimed it.")
    texts = {"a": f"{NEW}\n\n{RECALLED}", "b": f"{other}\n\n{RECALLED}", "c": f"{STORIES[0]}\n\n{RECALLED}"}
    made = record(tmp_path, texts)
    (new,) = killed(made, 7)
    assert new["independent_sources"] == 1
    assert all(i["role"] == "background" and i["independent_sources"] == 1 for i in killed(made, 52))


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder
