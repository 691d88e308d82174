"""Which places of a story are one. A document is told as its places: name, aliases, gazetteer key, areas."""

from collections.abc import Sequence
from itertools import permutations

import pytest

from corroborate.model.document import Document
from corroborate.model.grounded import GroundedReading, LocalPlace, Spot
from corroborate.model.reading import Name, Reading
from corroborate.model.span import Span
from corroborate.pipeline import read_data
from corroborate.reconcile.places import StoryPlaces, load_place_nouns, story_places

HARVAT = Spot("Harvat", "town", "VX", "Osk", 10.0, 20.0, 5000, 1, "gn:1")
OTHER_HARVAT = Spot("Harvat", "town", "VX", "Berin", 14.0, 20.0, 900, 2, "gn:2")


def reading(
    document: str, *names: str, spots: dict[str, Spot] | None = None, inside: Sequence[str] = ()
) -> GroundedReading:
    """A document whose text is its place names; those of `inside` are told to lie in the place named last."""
    text = "; ".join(names)
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in names]
    listed = tuple(Name(span, name, name, "place") for span, name in zip(spans, names, strict=True))
    places = tuple(
        _place(name, at, (spots or {}).get(name), (len(names) - 1,) if name in inside else ())
        for at, name in enumerate(names)
    )
    page = Document(document, f"{document}.txt", None, None, None, None, None, "unknown", "en", text, ())
    return GroundedReading(page, Reading(document, names=listed), (), places, (), tuple(range(len(names))), ())


def _place(name: str, at: int, spot: Spot | None, areas: tuple[int, ...]) -> LocalPlace:
    return LocalPlace(
        name=name,
        aliases=(name,),
        mentions=(at,),
        spot=spot,
        precision=1 if spot else None,
        basis="gazetteer" if spot else "unresolved",
        country=spot.country if spot else None,
        admin1=spot.admin1 if spot else None,
        latitude=spot.latitude if spot else None,
        longitude=spot.longitude if spot else None,
        areas=areas,
    )


def together(*readings: GroundedReading) -> StoryPlaces:
    return story_places(readings, load_place_nouns(read_data))


def groups(*readings: GroundedReading) -> set[frozenset[str]]:
    """The places that are one, as "document: name"."""
    story = together(*readings)
    found: dict[str, set[str]] = {}
    for at, item in enumerate(readings):
        for local, place in enumerate(item.places):
            found.setdefault(story.ids[at, local], set()).add(f"{item.document.id}: {place.name}")
    return {frozenset(group) for group in found.values()}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Tarin", "northern town of Tarin"),
        ("Tarin", "Tarin province"),
        ("North Harvat", "Veldra's North Harvat"),
        ("the quarry", "the old lime quarry"),
        ("the lockers", "the locker"),
        ("Copper Market", "the market"),
        ("Skarv bridge", "Skarv"),
    ],
)
def test_one_place_by_two_names(ours: str, theirs: str) -> None:
    assert len(groups(reading("a", ours), reading("b", theirs))) == 1


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Sarn valley", "Sarn river"),
        ("Veldra", "western Veldra"),
        ("the town", "the other town"),
        ("the school of Tarin", "Tarin"),
    ],
)
def test_two_places_with_something_in_common(ours: str, theirs: str) -> None:
    assert len(groups(reading("a", ours), reading("b", theirs))) == 2


def test_what_a_document_keeps_apart_stays_apart() -> None:
    found = groups(reading("a", "Tarin", "Tarin district"), reading("b", "Tarin"), reading("c", "Tarin district"))
    assert found == {frozenset({"a: Tarin", "b: Tarin"}), frozenset({"a: Tarin district", "c: Tarin district"})}


def test_two_hospitals_of_one_document_make_the_hospital_of_another_neither() -> None:
    assert len(groups(reading("a", "the old hospital", "the new hospital"), reading("b", "the hospital"))) == 3


def test_namesakes_of_the_gazetteer_are_one_where_one_document_only_guessed() -> None:
    told = reading("a", "Harvat", "Osk", spots={"Harvat": HARVAT}, inside=["Harvat"])
    guessed = reading("b", "Harvat", spots={"Harvat": OTHER_HARVAT})
    story = together(told, guessed)
    assert story.ids[0, 0] == story.ids[1, 0]
    assert story.by_id[story.ids[0, 0]].admin1 == "Osk"


def test_namesakes_are_two_where_the_documents_tell_two_areas() -> None:
    first = reading("a", "Harvat", "Osk", spots={"Harvat": HARVAT}, inside=["Harvat"])
    second = reading("b", "Harvat", "Berin", spots={"Harvat": OTHER_HARVAT}, inside=["Harvat"])
    story = together(first, second)
    assert story.ids[0, 0] != story.ids[1, 0]


def test_the_order_of_the_documents_does_not_matter() -> None:
    readings = [
        reading("a", "Tarin", "Tarin district", "the quarry"),
        reading("b", "Tarin", spots={"Tarin": HARVAT}),
        reading("c", "Tarin district", "Skarv", "the old quarry"),
        reading("d", "Skarv bridge", "Taryn"),
    ]
    first, *others = (set(together(*order).records) for order in permutations(readings))
    for other in others:
        assert other == first


def test_areas_that_no_gazetteer_knows_are_told_by_their_noun() -> None:
    story = together(reading("a", "Tarin district", "Tarin"))
    assert [story.is_area(story.ids[0, local]) for local in (0, 1)] == [True, False]
