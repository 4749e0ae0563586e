"""A user's settings change what they say and nothing else, are kept in the record, and are shown before they are used."""

import hashlib
import json
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from typer.testing import CliRunner, Result

from firsthand import api
from firsthand.cli.main import app
from firsthand.engine.conclusions import Grounds
from firsthand.engine.local import Run
from firsthand.errors import BadSettings, NoSuchPath, UsageError
from firsthand.resources.frames import Frames
from firsthand.resources.gazetteer import Gazetteer
from firsthand.resources.gazetteer_settled import opened_gazetteer
from firsthand.resources.kinds import Kinds
from firsthand.resources.kit import Kit
from firsthand.resources.lexicon import Lexicon
from firsthand.resources.settings import Settings
from firsthand.resources.settings_reading import parsed_settings
from firsthand.resources.settings_rows import names_of
from firsthand.resources.supplied import Supplied
from firsthand.store.sqlite import Store
from tests import factories

TEXT = "2025-03-05. Gunmen of the River Lions rustled 200 cattle near Xarmuliq on Tuesday, killing four herders, police said.\n"
RUSTLING = """
[[kind]]
name = "cattle rustling"
title = "Cattle rustling"
general = "looting"
acled = { event_type = "Violence against civilians", sub_event_type = "Attack" }

[[frame]]
kind = "cattle rustling"
verbs = ["rustle"]
object = "target"
"""
LIONS = '[[actor]]\nname = "Lions of the River Front"\naliases = ["River Lions"]\nsort = "militia"\n'
XARMULIQ = '[[place]]\nname = "Xarmuliq"\ncountry = "TD"\nlat = 13.1\nlon = 20.2\n'
TRUSTED = '[[source]]\nname = "Hill Monitor"\ntrust = "A"\nwhy = "ten years without a correction"\n'
STORIES = {
    "a.txt": "2024-03-05 " + factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", 4, "Hill Monitor"),
    "b.txt": "2024-03-06 " + factories.sentence("Northmen", "shelled", "Oldford", "2024-03-04", 6, "Vale Office"),
}
APART = "[thresholds]\njoin = 10\n"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in STORIES.items():
        (folder / name).write_text(text)
    return folder


def settings(folder: Path, text: str, name: str = "firsthand.toml") -> Path:
    path = folder / name
    path.write_text(text)
    return path


def built(reports: Path, out: Path, **given: Any) -> api.Summary:  # noqa: ANN401 - as `build` takes them
    return api.build([reports], out, read_on=factories.READ_ON, extractor=factories.IDIOM, **given)


def letters(out: Path) -> dict[str, tuple[str, str]]:
    found = json.loads(api.export(out))["incidents"]
    return {o["name"]: (o["reliability"], o["reliability_why"]) for one in found for o in one["origins"]}


def sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def set_of(text: str) -> Settings:
    found, wrong = parsed_settings(text.encode())
    assert found is not None, wrong
    return found


def test_without_settings_everything_is_called_what_it_was() -> None:
    empty = Supplied(settings=set_of(""))
    assert Kit.open(empty).digest == Kit.open().digest
    assert Grounds.open(empty).model("kit", []) == Grounds.open().model("kit", [])


def test_what_is_read_depends_on_kinds_frames_names_and_places_alone() -> None:
    """By the digests that a kit is made of; a source's sort makes a name of it, what you think of it does not."""

    def read_with(text: str) -> list[str]:
        given = set_of(text)
        return [
            Kinds.open(given.kind).digest, Frames.open(given.frame).digest, Lexicon.open((), names_of(given)).digest,
            opened_gazetteer(None, given.place).digest,
        ]  # fmt: skip

    plain = read_with("")
    assert plain == [Kinds.open().digest, Frames.open().digest, Lexicon.open().digest, Gazetteer.open().digest]
    assert read_with(TRUSTED + APART) == plain
    for place, text in (((0, 1), RUSTLING), ((2,), LIONS), ((3,), XARMULIQ), ((2,), TRUSTED + 'sort = "monitor"\n')):
        assert tuple(i for i, one in enumerate(read_with(text)) if one != plain[i]) == place
    models = {Grounds.open(Supplied(settings=set_of(text))).model("kit", []) for text in ("", TRUSTED, APART)}
    assert len(models) == 3


def told(reports: Path, tmp_path: Path, text: str, workers: int = 1) -> dict[str, Any]:
    """What one report is read to say with these settings: the kind of its first mention, and the values of all."""
    file = settings(tmp_path, text, "given.toml")
    (said,) = api.extract([reports], settings=file, workers=workers, read_on=factories.READ_ON)
    mention = said["mentions"][0]
    claims = {claim["field"]: claim["value"] for one in said["mentions"] for claim in one["claims"]}
    return {"kind": mention["kind"], "acled": mention["acled"], "actor": claims["actor"]["entity"],
            "lat": claims["place"]["lat"], "killed": claims["killed"]["number"], "date": claims["date"]["edtf"]}  # fmt: skip


def test_a_setting_changes_what_it_says_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "one"
    folder.mkdir()
    (folder / "one.txt").write_text(TEXT)
    plain = told(folder, tmp_path, "")
    assert plain["kind"] == "robbery"
    attack = {"event_type": "Violence against civilians", "sub_event_type": "Attack"}
    assert told(folder, tmp_path, RUSTLING) == {**plain, "kind": "cattle rustling", "acled": attack}
    assert told(folder, tmp_path, LIONS) == {**plain, "actor": "Lions of the River Front"}
    assert told(folder, tmp_path, XARMULIQ, workers=2) == {**plain, "lat": 13.1}


def test_places_of_settings_stand_beside_all_others() -> None:
    base = Gazetteer.open()
    kit = Kit.open(Supplied(settings=set_of(XARMULIQ + 'kind = "camp"\naliases = ["Qarmaliq"]\n')))
    for name in ("Xarmuliq", "Qarmaliq"):
        (found,) = kit.gazetteer.candidates(name)
        assert (found.name, found.country, found.lat, found.precision) == ("Xarmuliq", "TD", 13.1, "site")
    assert kit.gazetteer.candidates("Raqqa") == base.candidates("Raqqa")


def test_trust_gives_the_letter_and_says_why_without_reading_anew(reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "r.db"
    first = built(reports, out)
    assert letters(out)["Hill Monitor"][0] not in "A"
    settings(tmp_path, TRUSTED)
    second = built(reports, out)
    assert second.model != first.model
    assert {stage.stage: stage.taken for stage in second.stages}["extract"] == 0
    letter, why = letters(out)["Hill Monitor"]
    assert letter == "A"
    assert why.startswith("trust A by your settings: ten years without a correction; without them ")
    assert letters(out)["Vale Office"][0] != "A"
    shown = CliRunner().invoke(app, ["show", str(out), json.loads(api.export(out))["incidents"][0]["id"]])
    assert "trust A by your settings: ten years without a correction" in " ".join(shown.stdout.split())
    assert b"trust A by your settings: ten years without a correction" in api.page(out)


def test_whoever_is_on_a_side_contradicts_nobody_as_one_without_a_stake(reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "r.db"
    plain = TRUSTED.replace("Hill Monitor", "Vale Office").replace('"A"', '"B"')
    settings(tmp_path, plain)
    built(reports, out)
    assert "contradicted by Vale Office" in letters(out)["Hill Monitor"][1]
    settings(tmp_path, plain + 'side = "Northmen"\n')
    built(reports, out)
    assert "contradicted" not in letters(out)["Hill Monitor"][1]
    settings(tmp_path, TRUSTED.replace("Hill Monitor", "Vale Office").replace("trust", 'side = "Northmen"\n# trust'))
    built(reports, out)
    assert "on the side of" not in letters(out)["Hill Monitor"][1]


def test_a_threshold_parts_what_would_be_one(reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "r.db"
    assert built(reports, out).incidents == 1
    settings(tmp_path, APART)
    before = sha(out)
    seen = api.preview([reports], out, read_on=factories.READ_ON, extractor=factories.IDIOM)
    assert sha(out) == before
    (split,) = seen.gains.incidents
    assert (split.what, len(split.before), len(split.after)) == ("split", 1, 2)
    assert built(reports, out).incidents == 2
    back = api.preview([reports], out, read_on=factories.READ_ON, extractor=factories.IDIOM, settings="none")
    assert [change.what for change in back.gains.incidents] == ["merged"]


def test_a_copied_record_says_the_same(reports: Path, tmp_path: Path) -> None:
    """The settings are in the record: without the file everything is as it was, and decisions are concluded with them."""
    out, copy = tmp_path / "r.db", tmp_path / "elsewhere/copy.db"
    settings(tmp_path, RUSTLING + TRUSTED + APART)
    built(reports, out)
    copy.parent.mkdir()
    shutil.copy(out, copy)
    assert api.export(copy) == api.export(out)
    with api.open_record(copy) as record:
        assert record.verify().cache == "equal to one made anew"
        assert record.settings == set_of(RUSTLING + TRUSTED + APART)
        assert "cattle rustling" in record.kinds
        first, second = (incident.id for incident in record.incidents())
    with api.open_record(copy, as_of="2024-12-31") as record:
        assert not record.made_otherwise
    assert api.judge(copy, "same", [first, second], by="A. Reader", why="one market").changed == 2
    assert built(reports, copy).changed == 0
    assert built(reports, copy, settings="none").model != built(reports, out).model
    with api.open_record(copy) as record:
        assert record.settings.empty


def test_a_record_from_elsewhere_sends_no_text_anywhere(reports: Path, tmp_path: Path) -> None:
    """Its settings may name a language model; it is asked only where the caller's own settings or options say so."""
    out = tmp_path / "elsewhere/r.db"
    out.parent.mkdir()
    asking = replace(set_of('[llm]\naddress = "http://127.0.0.1:9/v1"\nmodel = "any"\n'), extractors=("llm",))
    built(reports, out)
    with Store.create(out, program="test") as store, store.transaction():
        Run(store, datetime(2025, 1, 1, tzinfo=UTC), (), asking).begin()
    with api.open_record(out) as record:
        assert record.settings == asking
    for given in ({}, {"extractors": ["llm"]}):
        with pytest.raises(UsageError, match="the settings that the record keeps ask a language model"):
            built(reports, out, **given)
    assert built(reports, out, settings="none").incidents == 1


def test_no_file_asks_a_language_model(reports: Path, tmp_path: Path) -> None:
    """It may have come with somebody else's folder: only the command sends text anywhere."""
    settings(tmp_path, 'extractors = ["llm"]\n[llm]\naddress = "http://127.0.0.1:9/v1"\nmodel = "any"\n')
    with pytest.raises(BadSettings, match=r"line 1: a language model is asked only where the command says so"):
        built(reports, tmp_path / "r.db")


def test_settings_that_change_no_conclusion_are_kept_too(reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "r.db"
    first = built(reports, out)
    settings(tmp_path, "[thresholds]\ndoubt = 20\n")
    assert built(reports, out).model == first.model
    with api.open_record(out) as record:
        assert record.settings.thresholds.doubt == 20
        assert record.verify().fault is None
    head = built(reports, out).log_head
    assert built(reports, out).log_head == head
    assert len(list(api.doubts(out))) > 0


def test_a_mistake_is_told_before_anything_is_read(reports: Path, tmp_path: Path) -> None:
    settings(tmp_path, "[[kind]]\n")
    with pytest.raises(BadSettings, match=r"firsthand\.toml, line 1: `name` is missing"):
        built(reports, tmp_path / "r.db")
    assert not (tmp_path / "r.db").exists()
    with pytest.raises(NoSuchPath, match=r"other\.toml cannot be read"):
        built(reports, tmp_path / "r.db", settings=tmp_path / "other.toml")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_check_prints_what_a_file_holds_and_what_is_worth_a_look(tmp_path: Path) -> None:
    file = settings(tmp_path, RUSTLING + LIONS + XARMULIQ + TRUSTED + APART)
    found = run("check", file)
    assert found.exit_code == 0
    assert found.stdout.splitlines() == [
        f"{file} holds: 1 kind, 1 frame, 1 actor, 1 place, 1 source, 1 threshold",
        "  line 10: the verb 'rustle' tells robbery so far; with your frame it tells cattle rustling",
    ]
    empty = run("check", settings(tmp_path, "", "empty.toml"))
    assert (empty.exit_code, empty.stdout) == (0, f"{tmp_path / 'empty.toml'} holds: nothing\n")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (RUSTLING.replace('"cattle rustling"', '"robbery"'), "takes the place of the program's own kind"),
        (RUSTLING.split("[[frame]]")[0], "no frame tells 'cattle rustling'"),
        (RUSTLING.replace('"Attack"', '"Rustling"'), "is no pair of ACLED that the program knows"),
        ('[[frame]]\nkind = "looting"\nnouns = ["ambush"]\n', "the noun 'ambush' tells ambush so far"),
        ('[[actor]]\nname = "Hamas"\n', "the program knows 'Hamas': your names are added to its own"),
        ('[[actor]]\nname = "River Lions"\naliases = ["ISIS"]\n', "'ISIS' means 'ISIS' to the program; yours comes first"),
        ('[[place]]\nname = "Raqqa"\ncountry = "SY"\nlat = 35.95\nlon = 39.0\n', "to put yours in its place add geonames_id"),
        (XARMULIQ + "geonames_id = 4294967290\n", "is no place that the program knows"),
        ("[thresholds]\njoin = 3\nrecall = 1\n", "would join it sooner than news of it"),
    ],
)  # fmt: skip
def test_what_can_be_meant_so_and_often_is_not_is_a_warning(tmp_path: Path, text: str, told: str) -> None:
    found = api.check_settings(settings(tmp_path, text))
    assert found.mistakes == ()
    assert any(told in warning.what for warning in found.warnings), found.warnings


def test_check_of_a_file_with_mistakes_ends_with_1(tmp_path: Path) -> None:
    file = settings(tmp_path, "\n".join(f"wrong{i} = 1" for i in range(14)))
    found = run("check", file)
    assert found.exit_code == 1
    assert found.stderr.startswith(f"error E109: 14 mistakes in the settings:\n  {file}, line 1: there is no setting")
    assert "  and 2 more" in found.stderr
    listed = run("check", file, "--json")
    assert listed.exit_code == 1
    assert [one["line"] for one in json.loads(listed.stdout)["mistakes"]] == list(range(1, 15))
    assert run("check", tmp_path / "none.toml").exit_code == 1


def test_a_dry_run_prints_gains_and_losses(reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "r.db"
    for name in ("build", "preview"):
        verb = getattr(api, name)
        monkeypatch.setattr(api, name, lambda *a, _verb=verb, **k: _verb(*a, **{**k, "extractor": factories.IDIOM}))
    first = run("build", reports, "--out", out, "--dry-run", "--read-on", "2025-01-01")
    assert first.exit_code == 0
    assert "would hold 1 incident (there is no such record yet). Nothing was written." in first.stdout
    assert not out.exists()
    assert run("build", reports, "--out", out, "--read-on", "2025-01-01", "--quiet").exit_code == 0
    (reports / "c.txt").write_text(factories.sentence("Hillmen", "ambushed", "Newbridge", "2024-02-01", 2))
    settings(tmp_path, TRUSTED)
    shown = run("build", reports, "--out", out, "--dry-run", "--read-on", "2025-01-01").stdout
    assert "would hold 2 incidents (now 1). Nothing was written." in shown
    assert "New: 1" in shown
    assert "Changed: 1" in shown
    assert "sources: Hill Monitor (" in shown
    assert "-> Hill Monitor (A)" in shown
    assert "killed +1 -0" in shown
    said = json.loads(run("build", reports, "--out", out, "--dry-run", "--json", "--read-on", "2025-01-01").stdout)
    assert [change["what"] for change in said["gains"]["incidents"]] == ["new", "changed"]
    assert said["summary"]["record"] == str(out)
