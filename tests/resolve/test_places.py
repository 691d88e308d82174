"""Where a document's places are, by what else it names. Texts mark their places: `[name|type in=area state]`."""

import time
from dataclasses import replace

import pytest
from place_cases import DATA, PACK, at, found_places, lines, marked, places_of

from corroborate.model.grounded import LocalPlace
from corroborate.resolve.gazetteer import Gazetteer, distance_km, open_gazetteer
from corroborate.resolve.places import resolve_places, same_place


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer(PACK)


NAMESAKES = [
    ("[Tripoli] was shelled, the army of [Lebanon|state] said.", "Tripoli", "LB", "town"),
    ("Fighting spread in [Tripoli] and [Misrata], [Libya].", "Tripoli", "LY", "town"),
    ("[Georgia] voted; polls closed in [Atlanta] and [Savannah].", "Georgia", "US", "admin1"),
    ("[Georgia] and [Russia|state] fought over [Gori].", "Georgia", "GE", "country"),
    ("Jets hit the town of [Homs|city] in [Syria].", "Homs", "SY", "town"),
    ("Jets hit [Homs] in [Syria].", "Homs", "SY", "town"),
    ("Jets hit [Homs province] in [Syria].", "Homs", "SY", "admin1"),
    ("Clashes in [Aleppo province] and [Idlib], [Syria].", "Aleppo", "SY", "admin1"),
    ("A stadium in [Saint-Denis], north of [Paris], [France].", "Saint-Denis", "FR", "town"),
    ("A cyclone reached [Saint-Denis] in [Reunion].", "Saint-Denis", "RE", "town"),
    ("[Cordoba] and [Valencia] in [Spain] were flooded.", "Cordoba", "ES", "town"),
    ("[Valencia] and [Caracas] in [Venezuela] were dark.", "Valencia", "VE", "town"),
    ("[Cordoba] and [Montería] in [Colombia] were flooded.", "Cordoba", "CO", "admin1"),
    ("[San Juan] and [Mendoza] in [Argentina] shook.", "San Juan", "AR", "town"),
    ("[Goma] fell, said [Rwanda|state]. Rebels in [Bukavu] and [Sake] agreed.", "Goma", "CD", "town"),
    ("Rebels took towns in [North Kivu], [DR Congo].", "North Kivu", "CD", "admin1"),
    ("Shelling in [Donetsk oblast] of [Ukraine].", "Donetsk", "UA", "admin1"),
    ("Mines drift off [Hudaydah], the navy of [Yemen|state] said.", "Hudaydah", "YE", "town"),
    ("[Mexico City] is the capital of [Mexico].", "Mexico City", "MX", "town"),
    ("[Mexico City] is the capital of [Mexico].", "Mexico", "MX", "country"),
    ("Rockets from [Gaza] hit [Sderot] in [Israel].", "Gaza", "PS", "admin1"),
    ("An attack in [Gaza City], in the north of the [Gaza Strip].", "Gaza City", "PS", "town"),
    ("[Israel|state] bombed [Gaza].", "Gaza", "PS", "admin1"),
    ("A cyclone hit [Gaza province] in [Mozambique].", "Gaza", "MZ", "admin1"),
    ("Rebels hit [Al Tanf|crossing in=Iraq] crossing with [Iraq].", "Al Tanf", "SY", "feature"),
    ("[Washington] and [Moscow] spoke; [United States|state] said.", "Washington", "US", "town"),
    ("Fires spread in [Seattle], [Washington state].", "Washington", "US", "admin1"),
    ("Floods tore through [Derna] and [Benghazi] in [Libya].", "Derna", "LY", "town"),
    ("[Niger] closed its border with [Nigeria].", "Niger", "NE", "country"),
    ("Bandits raided [Niger|state] state and [Kaduna] in [Nigeria].", "Kaduna", "NG", "town"),
    ("[Damascus] was quiet.", "Damascus", "SY", "town"),
    ("[Seria] and [Miri] saw floods in [Brunei].", "Seria", "BN", "town"),
]


@pytest.mark.parametrize(("text", "name", "country", "kind"), NAMESAKES)
def test_the_text_chooses_among_namesakes(gazetteer: Gazetteer, text: str, name: str, country: str, kind: str) -> None:
    place = places_of(text, gazetteer)[name]
    assert place.spot is not None, place.reason
    assert (place.spot.country, place.spot.kind) == (country, kind), place.reason


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The village of [Salma|village] was hit at dawn.", "Salma"),
        ("[Tripoli] was quiet.", "Tripoli"),
        ("Shells fell on [Vexquorn] in the evening.", "Vexquorn"),
        ("Shells fell on [Vexquorn|village] near no town.", "Vexquorn"),
    ],
)
def test_a_name_that_nothing_speaks_for_stays_unresolved(gazetteer: Gazetteer, text: str, name: str) -> None:
    place = places_of(text, gazetteer)[name]
    assert (place.basis, place.precision, place.latitude, place.country) == ("unresolved", None, None, None)
    assert place.reason


@pytest.mark.parametrize(
    ("text", "name", "precision", "country"),
    [
        ("Gunmen raided [Belkoro|village in=Mopti] in the [Mopti|region] region of [Mali].", "Belkoro", 4, "ML"),
        ("Gunmen raided [Belkoro|village in=Mali] in [Mali].", "Belkoro", 6, "ML"),
        ("A mine at [Dusk Bridge|bridge in=Bakhmut] near [Bakhmut|town], [Ukraine].", "Dusk Bridge", 2, "UA"),
        ("Raiders burned [Olveny|in=Achin] in [Achin|district] district, [Afghanistan].", "Olveny", 3, "AF"),
    ],
)
def test_an_unknown_place_takes_the_place_of_its_area(
    gazetteer: Gazetteer, text: str, name: str, precision: int, country: str
) -> None:
    place = places_of(text, gazetteer)[name]
    assert (place.basis, place.precision, place.country) == ("containing-area", precision, country)
    assert place.latitude is not None
    assert place.spot is None


def test_a_place_in_an_area_without_coordinates_keeps_the_precision(gazetteer: Gazetteer) -> None:
    found = places_of("Jets hit [Lemde|village in=Harvat_district] in [Harvat district]. [Harvat] mourned.", gazetteer)
    assert (found["Lemde"].basis, found["Lemde"].precision, found["Lemde"].latitude) == ("context", 3, None)
    assert (found["Harvat"].basis, found["Harvat"].precision) == ("unresolved", None)
    assert found["Harvat"].aliases == ("Harvat district", "Harvat")


def test_an_unknown_place_spoils_no_other(gazetteer: Gazetteer) -> None:
    found = places_of("[Vexquorn] fell after [Homs]; [Syria] denied it. [Ulmar Qun] burned.", gazetteer)
    assert [found[name].basis for name in ("Vexquorn", "Homs", "Ulmar Qun")] == [
        "unresolved",
        "gazetteer",
        "unresolved",
    ]


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        ("A strike in [Palmyra], [Syria].", "Palmyra", 1),
        ("A strike near [Palmyra], [Syria].", "Palmyra", 2),
        ("A strike north of the city of [Palmyra|city], [Syria].", "Palmyra", 2),
        ("A strike near [Palmyra] and then in [Palmyra], [Syria].", "Palmyra", 1),
        ("A strike in [Achin|district] district, [Afghanistan].", "Achin", 3),
        ("A strike in [Latakia region], [Syria].", "Latakia", 4),
        ("A strike in [Darfur], [Sudan].", "Darfur", 5),
        ("A strike in eastern [Syria].", "Syria", 5),
        ("A strike in [Syria].", "Syria", 6),
        ("A tanker was hit in the [Red Sea|sea].", "Red Sea", 7),
        ("Boats on the [Euphrates|river] river in [Syria].", "Euphrates", 5),
    ],
)
def test_precision_follows_ucdp(gazetteer: Gazetteer, text: str, name: str, precision: int) -> None:
    assert places_of(text, gazetteer)[name].precision == precision


def test_spellings_of_a_town_are_one_place(gazetteer: Gazetteer) -> None:
    found = places_of("[Talbisah] and [Latamna] burned. In [Talbiseh] and [al-Lataminah], [Syria].", gazetteer)
    assert sorted(found) == ["Latamna", "Syria", "Talbisah"]
    assert found["Talbisah"].aliases == ("Talbisah", "Talbiseh")


def test_a_city_and_its_province_are_two_places(gazetteer: Gazetteer) -> None:
    found = places_of("In [Hama|city] and all of [Hama province], [Syria].", gazetteer)
    assert found["Hama"].spot != found["Hama (2)"].spot


def test_a_noun_for_a_place_is_a_mention_and_no_alias(gazetteer: Gazetteer) -> None:
    places, place_of = resolve_places(*marked("[Palmyra], [Syria]. Jets hit the [city|of=Palmyra]."), gazetteer)
    assert place_of == (0, 1, 0)
    assert places[0].mentions == (0, 2)
    assert places[0].aliases == ("Palmyra",)


def test_an_actor_is_no_place(gazetteer: Gazetteer) -> None:
    places, place_of = resolve_places(*marked("[Russia|state] struck [Palmyra]."), gazetteer)
    assert place_of == (-1, 0)
    assert [place.name for place in places] == ["Palmyra"]


def test_the_areas_of_a_place_are_listed_the_finest_first(gazetteer: Gazetteer) -> None:
    text = "[Olveny|in=Achin] in [Achin|in=Nangarhar], [Nangarhar|province in=Afghanistan] of [Afghanistan]."
    places, _ = resolve_places(*marked(text), gazetteer)
    assert [places[area].name for area in places[0].areas] == ["Achin", "Nangarhar", "Afghanistan"]


def test_areas_that_go_round_in_a_circle_do_no_harm(gazetteer: Gazetteer) -> None:
    document, reading = marked("[Ulmar|in=Vexquorn] and [Vexquorn|in=Ulmar].")
    places, _ = resolve_places(document, reading, gazetteer)
    assert [place.basis for place in places] == ["unresolved", "unresolved"]


def test_a_document_without_names_has_no_places(gazetteer: Gazetteer) -> None:
    assert resolve_places(*marked("Nothing happened."), gazetteer) == ((), ())


def test_resolving_twice_changes_nothing(gazetteer: Gazetteer) -> None:
    case = marked("[San Juan], [Cordoba] and [Valencia] in [Spain]; [Tripoli] and [Vexquorn].")
    assert resolve_places(*case, gazetteer) == resolve_places(*case, gazetteer)


def test_thousands_of_places_take_seconds_at_most(gazetteer: Gazetteer) -> None:
    syllables = ("ba", "ko", "mi", "ra", "tu", "sel", "dar", "nov")
    names = [f"{a}{b}{c}{d}".title() for a in syllables for b in syllables for c in syllables for d in syllables[:4]]
    started = time.perf_counter()
    places, _ = resolve_places(*marked("; ".join(f"[{name}]" for name in names)), gazetteer)
    assert len(places) > 500
    assert time.perf_counter() - started < 8


def place(name: str, gazetteer: Gazetteer, text: str = "[{}] in [Syria].") -> LocalPlace:
    return places_of(text.format(name), gazetteer)[name]


def test_two_documents_spellings_are_one_place(gazetteer: Gazetteer) -> None:
    verdict = same_place(place("Talbisah", gazetteer), place("Talbiseh", gazetteer))
    assert (verdict.same, verdict.reason) == (True, "the same gazetteer place")


def test_two_gazetteer_places_of_one_name_are_two(gazetteer: Gazetteer) -> None:
    libyan = place("Tripoli", gazetteer, "[{}] in [Libya].")
    lebanese = place("Tripoli", gazetteer, "[{}] in [Lebanon].")
    assert not same_place(libyan, lebanese).same


def test_unresolved_places_of_one_name_are_one_unless_their_countries_differ(gazetteer: Gazetteer) -> None:
    here = place("Vexquorn", gazetteer, "[{}] burned.")
    there = replace(here, country="ML")
    assert same_place(here, there).same
    assert not same_place(replace(here, country="SY"), there).same
    assert "country" in same_place(replace(here, country="SY"), there).reason


def test_most_annotated_places_are_found_within_161_km(gazetteer: Gazetteer) -> None:
    path = DATA / "geo" / "dev.jsonl"
    if not path.exists():
        pytest.skip(f"no measuring data at {path}; set CORROBORATE_DATA")
    share, _, total = found_places(path, gazetteer, "geovirus")
    assert total > 2000
    assert share >= 0.70


def test_syrian_places_that_are_placed_are_placed_right(gazetteer: Gazetteer) -> None:
    path = DATA / "syria-places" / "dev.jsonl"
    if not path.exists():
        pytest.skip(f"no measuring data at {path}; set CORROBORATE_DATA")
    errors = []
    for record in lines(path):
        found = places_of(f"[{record['name']}] in [Syria].", gazetteer).get(record["name"])
        if not record["doubtful"] and found is not None and found.spot is not None:
            errors.append(distance_km(at(record["lat"], record["lon"]), found.spot))
    assert len(errors) > 30
    assert sum(error <= 10 for error in errors) / len(errors) >= 0.80
