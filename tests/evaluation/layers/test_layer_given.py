from corroborate.model.document import Document
from corroborate.model.grounded import GroundedReading
from corroborate.model.reading import Name, Reading
from corroborate.model.span import Span
from corroborate.pipeline import open_resources
from evaluation.layers.given import put_given_places

TEXT = "Floods hit Homs and the Talbiseh area of Syria, the Syrian army said."


def told(*words: str) -> dict[str, tuple[float | None, float | None]]:
    """Where the program puts these words of TEXT, of which it found only "Talbiseh area" and the state itself."""
    area = TEXT.index("Talbiseh area")
    names = (
        Name(Span(area, area + 13), "Talbiseh area", "Talbiseh area", "place"),
        Name(Span(TEXT.index("Syrian"), TEXT.index("Syrian") + 6), "Syrian", "Syrian", "state"),
    )
    document = Document("doc-1", "one.txt", None, None, None, None, None, "unknown", "en", TEXT, ())
    read = GroundedReading(document, Reading("doc-1", names=names), (), (), (), (), ())
    spans = [{"start": TEXT.index(word), "end": TEXT.index(word) + len(word)} for word in words]
    found = put_given_places({"places": spans}, read, open_resources().resolve.gazetteer)
    return {item["text"]: (item["lat"], item["lon"]) for item in found}


def test_names_that_were_not_found_are_put_all_the_same() -> None:
    found = told("Homs", "Syria")
    assert found["Homs"][0] is not None
    assert found["Syria"][0] is not None


def test_a_given_name_stands_for_the_words_that_it_overlaps() -> None:
    assert told("Talbiseh", "Syria")["Talbiseh"][0] is not None


def test_a_name_that_nobody_knows_is_put_nowhere() -> None:
    assert told("Floods") == {"Floods": (None, None)}
