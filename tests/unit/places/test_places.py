"""Place names in texts, what they are taken for, and how they are used. All texts are invented."""

from collections.abc import Callable

import pytest

from firsthand.extract.places_evidence import inside, upon
from firsthand.model.place import Place, PlaceName
from firsthand.resources.gazetteer import Gazetteer

Find = Callable[[str], dict[str, PlaceName]]


def place(found: dict[str, PlaceName], words: str) -> Place:
    """The place that `words` are taken for."""
    assert words in found, sorted(found)
    resolved = found[words].place
    assert resolved is not None
    return resolved


def test_country_of_the_text_decides_between_towns_of_one_name(find: Find) -> None:
    libya = find("Two guards were shot dead near Tripoli, Libya, on Monday, officials in Libya said.")
    lebanon = find("Two guards were shot dead near Tripoli, Lebanon, on Monday, officials in Beirut said.")
    assert place(libya, "Tripoli").country == "LY"
    assert place(lebanon, "Tripoli").country == "LB"


def test_chain_of_district_and_province(find: Find) -> None:
    found = find("The squad searched a compound in Nad Ali district, Helmand province, Afghanistan, on Friday night.")
    helmand = place(found, "Helmand")
    assert (helmand.precision, helmand.country) == ("province", "AF")
    assert place(found, "Nad Ali").admin1 == "Helmand"


def test_unit_beside_a_name_says_what_is_meant(find: Find) -> None:
    found = find("Shells fell in the city of Homs. Later troops left Homs province, a resident in Syria said.")
    assert place(found, "Homs").precision == "settlement"
    again = find("Troops left Homs province, a resident in Syria said.")
    assert place(again, "Homs").precision == "province"


def test_city_and_state(find: Find) -> None:
    found = find("A man was shot outside a store in Springfield, Ill., on Tuesday, and later died in Peoria, Illinois.")
    assert place(found, "Springfield").admin1 == "Illinois"
    assert place(found, "Peoria").admin1 == "Illinois"
    assert place(found, "Ill.").name == "Illinois"


@pytest.mark.parametrize(
    "written", ["Dayr az-Zawr", "Deir al-Zour", "Deir ez-Zor", "Deir Ezzor", "Dair az-Zaur", "Deir Ez Zor"]
)
def test_transliterations_of_one_town(find: Find, written: str) -> None:
    found = find(f"Gunmen attacked a fuel convoy near {written}, Syria, on Sunday.")
    assert place(found, written).name == "Deir ez-Zor"


def test_words_of_direction_make_an_area(find: Find) -> None:
    text = "Aircraft struck camps in eastern Syria on Sunday, and shells landed north of Homs."
    found = find(text)
    east = found["Syria"]
    assert east.area.quote == "eastern Syria"
    assert east.place is not None
    assert east.place.precision == "region"
    assert east.place.lon is not None
    assert east.place.lon > 38.5
    north = found["Homs"]
    assert north.area.quote == "north of Homs"
    assert north.place is not None
    assert north.place.lat is not None
    assert north.place.lat > 34.75
    assert north.place.radius_km > 20


def test_distance_and_direction_move_the_point(find: Find) -> None:
    found = find("The truck hit a mine 40 km south of Kandahar, Afghanistan, police said.")
    kandahar = found["Kandahar"]
    assert kandahar.area.quote == "40 km south of Kandahar"
    assert kandahar.place is not None
    assert kandahar.place.lat is not None
    assert 31.1 < kandahar.place.lat < 31.4
    assert kandahar.place.radius_km >= 10


def test_every_point_has_a_radius(find: Find) -> None:
    found = find(
        "From Idlib, Syria, they moved to Aleppo, the Euphrates and the Sahel, then to Bagram Airfield in Afghanistan."
    )
    assert {"Idlib", "Aleppo", "Euphrates", "Sahel", "Bagram Airfield", "Afghanistan"} <= set(found)
    for name in found.values():
        if name.place is not None and name.place.lat is not None:
            assert name.place.radius_km > 0


def test_uses_are_told_apart(find: Find) -> None:
    found = find(
        "BAGHDAD (Example Wire) — Syrian troops and UK-based monitors agreed on Tuesday that a depot in Mosul burned. "
        "Iran denied any part in it."
    )
    assert found["BAGHDAD"].use == "dateline"
    assert found["Syrian"].use == "adjective"
    assert place(found, "Syrian").country == "SY"
    assert found["UK"].use == "adjective"
    assert found["Mosul"].use == "place"
    assert found["Iran"].use == "speaker"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lt. Gen. Jordan Whitfield briefed reporters. Mr. Whitfield said the force left its camps.", "Jordan"),
        ("Mr. Homs declined to comment on the force and its camps.", "Homs"),
        ("The police force moved the camps before the march in may.", "force"),
    ],
)
def test_people_and_common_words_are_no_places(find: Find, text: str, words: str) -> None:
    assert words not in find(text)


def test_unknown_village_keeps_its_words(find: Find) -> None:
    found = find("Raiders burned homes in the village of Xarmuliq before dawn.")
    assert found["Xarmuliq"].place is None


def test_unknown_village_is_bounded_by_what_holds_it(find: Find) -> None:
    found = find("Raiders burned homes in the village of Xarmuliq, Kunduz province, Afghanistan, before dawn.")
    village = place(found, "Xarmuliq")
    kunduz = place(found, "Kunduz")
    assert (village.country, village.admin1, village.precision) == ("AF", "Kunduz", "province")
    assert (village.lat, village.radius_km) == (kunduz.lat, kunduz.radius_km)
    assert village.geonames_id is None


def test_country_alone_gives_no_point_to_an_unknown_village(find: Find) -> None:
    found = find("Raiders burned homes in the village of Xarmuliq, Mali, before dawn.")
    village = place(found, "Xarmuliq")
    assert (village.country, village.lat, village.radius_km) == ("ML", None, 0)


def test_order_of_texts_does_not_matter(find: Find) -> None:
    first = find("A bomb went off in Gaza City. Israel said it had hit a command post.")
    find("A man was shot in Paris, Texas, near Dallas.")
    assert find("A bomb went off in Gaza City. Israel said it had hit a command post.") == first


def test_hostile_text_is_quick(find: Find) -> None:
    assert find("A" * 20 + " of " * 500 + "north of the " * 300) == {}
    find("Al-" * 2000)
    find("Lake " * 1500)
    find("St. " * 1500)


def test_units_that_close_a_list(find: Find) -> None:
    found = find("Shells fell in Kherson, Mykolaiv and Odesa oblasts, Ukraine, overnight.")
    assert {place(found, w).precision for w in ("Kherson", "Mykolaiv", "Odesa")} == {"province"}


def test_capitals_that_speak_are_no_places(find: Find) -> None:
    found = find("Rebels took a post near Bangui. Paris and Moscow condemned the attack.")
    assert found["Paris"].use == "speaker"
    assert found["Moscow"].use == "speaker"
    assert found["Bangui"].use == "place"


def test_a_word_of_an_unknown_name_is_no_place_abroad(find: Find) -> None:
    text = "Raiders burned homes in the village of A Nang Pa, Kachin State, Myanmar. Troops later left A Nang Pa."
    found = find(text)
    assert place(found, "A Nang Pa").country == "MM"
    assert not {"Pa", "Pa.", "Nang"} & set(found)


def test_a_second_spelling_abroad_is_left_open_where_all_else_is_in_one_country(find: Find) -> None:
    found = find("Fighters entered Zamzam camp and the village of Shagra, west of El Fasher, on Monday.")
    assert found["Shagra"].place is None
    assert place(found, "El Fasher").country == "SD"
    named = find("Fighters entered Zamzam camp near El Fasher. The talks in Shaqra, Saudi Arabia, went on.")
    assert place(named, "Shaqra").country == "SA"


def test_small_namesake_in_a_country_that_is_not_named_is_left_open(find: Find) -> None:
    found = find(
        "Gunmen raided Maiduguri and Bama, in Nigeria, on Monday. Officials in Borno said others fled to Sangin."
    )
    assert "Sangin" not in found or found["Sangin"].place is None
    named = find("Gunmen raided Sangin, in Afghanistan. Officials in Helmand and in Kabul said others fled to Sangin.")
    assert place(named, "Sangin").country == "AF"


def test_a_line_break_ends_a_name(find: Find) -> None:
    found = find("Shells fell on San.\nSalvador Lopez saw troops move from New\nYork officials said nothing.")
    assert not [words for words in found if "\n" in words]


def test_governments_that_stand_behind_others_speak(find: Find) -> None:
    found = find("A militia backed by Washington fought a group loyal to Damascus near Manbij, Syria, on Sunday.")
    assert found["Washington"].use == "speaker"
    assert found["Damascus"].use == "speaker"
    assert found["Manbij"].use == "place"


def test_features_in_the_names_of_groups_are_no_places(find: Find) -> None:
    found = find("Red Pass militants shelled Marib, Yemen, and men of the Two Rivers Front took a post by Green Lake.")
    assert found["Red Pass"].use == "name"
    assert found["Two Rivers"].use == "name"
    assert found["Green Lake"].use == "place"


@pytest.mark.parametrize("word", ["Police", "Markaz", "Militia", "Mullah", "Times", "Radio", "Spokesman", "Shura"])
def test_words_of_organisations_are_no_places(find: Find, word: str) -> None:
    assert word not in find(
        f"Troops entered Raqqa, Syria. {word} denied the news, and men of the {word} left for {word}."
    )


def test_town_named_like_a_common_word(find: Find) -> None:
    found = find("Gunmen killed two officers in Tank, in northwestern Pakistan, on Friday.")
    assert (place(found, "Tank").country, place(found, "Tank").precision) == ("PK", "settlement")


@pytest.mark.parametrize(
    "text",
    [
        "The siege of Derna ended in Libya.",
        "Iraq\nNear Palmyra, one strike destroyed a tank.",
        "In Libya, Derna was recaptured on Monday.",
    ],
)
def test_places_by_what_armies_do_to_them(find: Find, text: str) -> None:
    assert {"Derna", "Palmyra"} & set(find(text))


def test_near_at_the_head_of_a_line_is_no_part_of_a_name(find: Find) -> None:
    found = find("Iraq\nNear Tal Afar, one strike hit a tunnel.\nNear Bayji, two strikes hit a bunker.")
    assert {"Tal Afar", "Bayji"} <= set(found)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Two peacekeepers died between Douentza and Mopti.", "Douentza", "ML"),
        ("Rebels seized Tessalit and Kidal from the army.", "Tessalit", "ML"),
        ("Troops entered Srebrenica at dawn.", "Srebrenica", "BA"),
        ("A patrol was hit 3 km north of Marjah.", "Marjah", "AF"),
        ("The Sambisa forest was bombed by jets.", "Sambisa forest", "NG"),
        ("Kiev said its gunners had shot down nine drones.", "Kiev", "UA"),
    ],
)
def test_places_that_the_parser_takes_for_persons_or_bodies(find: Find, text: str, name: str, country: str) -> None:
    assert place(find(text), name).country == country


def test_suburb_lies_in_what_it_is_named_after(find: Find) -> None:
    found = find("A car bomb killed a guard in the southern suburb of Beirut.")
    assert place(found, "Beirut").country == "LB"


def test_district_that_has_a_name_lies_in_the_unit_after_it(find: Find) -> None:
    found = find("Fighters overran a post in the Sangin district of Helmand.")
    assert place(found, "Helmand").precision == "province"


def test_name_that_holds_another_is_what_can_hold_it(find: Find) -> None:
    found = find("Gunmen attacked a police post near Podujevo in Kosovo.")
    assert place(found, "Kosovo").precision == "country"


def test_town_is_meant_rather_than_the_unit_around_it(find: Find) -> None:
    found = find("Eight people died in Qamishlo, and clashes reached Al-Hasakah.")
    assert place(found, "Al-Hasakah").precision == "settlement"


def test_adjective_of_a_people_is_no_town_far_away(find: Find) -> None:
    assert find("Soldiers clashed in Myawaddy on the Thai border.")["Thai"].use == "adjective"


def test_who_speaks_after_a_place_does_not_hold_it(find: Find) -> None:
    found = find("Jets bombed hideouts in the Qandil Mountains, Ankara said.")
    assert place(found, "Qandil Mountains").country == "IQ"


def test_small_words_and_marks_inside_names(find: Find) -> None:
    found = find("Gunmen fired at a bus near Port-au-Prince. Shells hit Ras al-‘Ayn, Syria, later.")
    assert place(found, "Port-au-Prince").country == "HT"
    assert "Ras al-‘Ayn" in found


def test_large_town_of_another_country_is_not_meant_by_a_loose_spelling_in_a_named_province(find: Find) -> None:
    found = find("Gunmen took 40 pupils from a school in Kuriga, Kaduna state.")
    assert place(found, "Kuriga").country == "NG"


@pytest.mark.parametrize(
    ("text", "name", "km"),
    [
        ("Two guards died at al-Hol camp on Sunday.", "al-Hol camp", 5),
        ("Shells landed at the Mezzeh air base overnight.", "Mezzeh air base", 8),
    ],
)
def test_name_that_ends_in_a_common_word_is_one_name(find: Find, text: str, name: str, km: float) -> None:
    resolved = place(find(text), name)
    assert (resolved.country, resolved.precision) == ("SY", "site")
    assert 0 < resolved.radius_km <= km


def test_near_a_name_is_near_the_town_not_the_province(find: Find) -> None:
    near = place(find("The bridge near Kherson was struck by rockets."), "Kherson")
    assert near.precision == "settlement"
    assert near.radius_km < 40


def test_town_on_the_ground_of_a_unit_that_was_redrawn(gazetteer: Gazetteer) -> None:
    province = next(f for f in gazetteer.find("Hasakah") if f.kind == "province")
    town = next(f for f in gazetteer.find("Qamishli") if f.kind == "settlement")
    redrawn = town._replace(admin1=0, admin2=0)
    assert not inside(redrawn, province)
    assert upon(redrawn, province, gazetteer)
    assert not upon(redrawn._replace(country="IQ"), province, gazetteer)


def test_part_of_a_longer_name_is_no_place(find: Find) -> None:
    found = find("Drones struck a refinery in Slavyansk-na-Kubani in Krasnodar Krai.")
    assert place(found, "Slavyansk-na-Kubani").country == "RU"


def test_weights_of_what_a_name_may_mean(find: Find) -> None:
    found = find("Two soldiers were killed when a car bomb exploded in Tripoli on Monday.")["Tripoli"]
    assert len(found.weights) == len(found.others) + 1
    assert list(found.weights) == sorted(found.weights, reverse=True)
    assert 500 < found.weights[0] < 900
    assert sum(found.weights) <= 1001
