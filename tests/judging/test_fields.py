"""What may stand in a corrected field."""

import pytest

from corroborate.judging.corrections import SETTERS
from corroborate.judging.fields import UnfitValueError, coordinates_of, fitting, interval_of, load_fields, term_of
from corroborate.model.judgement import JudgedKind
from corroborate.pipeline import read_data

FIELDS = load_fields(read_data)


@pytest.mark.parametrize(
    ("record", "name", "value", "kept"),
    [
        ("claim", "stance", " doubts ", "doubts"),
        ("claim", "anonymous", "yes", "yes"),
        ("actor", "name", "The  Urwani\nColumn", "The Urwani Column"),
        ("actor", "country", "null", None),
        ("place", "coordinates", "34.10,36.9", "34.1, 36.9"),
        ("place", "coordinates", "null", None),
        ("place", "precision", "3", "3"),
        ("place", "geonames_id", "0170063", "170063"),
        ("event", "time", " 2021-05-03", "2021-05-03"),
        ("event", "time", "2021-05-03..2021-05-03", "2021-05-03"),
        ("event", "time", "2021-05-03..2021-05-04", "2021-05-03..2021-05-04"),
        ("event", "plover", "ASSAULT: aerial", "ASSAULT: aerial"),
        ("event", "acled", "Explosions/Remote violence", "Explosions/Remote violence"),
    ],
)
def test_a_value_is_kept_in_one_form(record: str, name: str, value: str, kept: str | None) -> None:
    assert fitting(FIELDS.table[record, name], value, FIELDS) == kept


@pytest.mark.parametrize(
    ("record", "name", "value", "says"),
    [
        ("claim", "stance", "sure", "stance is one of asserts, denies"),
        ("claim", "stance", "null", "stance cannot be null"),
        ("claim", "quotation", "own-voice", "quotation is one of direct, indirect, mixed"),
        ("actor", "kind", "army", "kind is one of state, state-forces"),
        ("actor", "name", " ", "name is a line of text"),
        ("actor", "name", "a\x1b[2Jb", "name is a line of text"),
        ("actor", "country", "Syria", "two-letter code such as SY"),
        ("place", "coordinates", "nan, 3", "latitude and longitude in degrees"),
        ("place", "coordinates", "91, 3", "latitude and longitude in degrees"),
        ("place", "coordinates", "36.9", "latitude and longitude in degrees"),
        ("place", "precision", "8", "precision is one of 1, 2"),
        ("place", "geonames_id", "-4", "whole number"),
        ("place", "geonames_id", "٣", "whole number"),
        ("event", "time", "3 May", "a day such as 2021-05-03"),
        ("event", "time", "2021-05-04..2021-05-03", "begins on 2021-05-04 and ends on 2021-05-03"),
        ("event", "plover", "ASSAULT: kindly", "It has: "),
        ("event", "acled", "Wars", "It has: "),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_what_would(record: str, name: str, value: str, says: str) -> None:
    with pytest.raises(UnfitValueError, match=says):
        fitting(FIELDS.table[record, name], value, FIELDS)


def test_what_is_kept_comes_back() -> None:
    assert coordinates_of("34.1, 36.9") == (34.1, 36.9)
    assert coordinates_of(None) == (None, None)
    assert interval_of("2021-05-03") == interval_of("2021-05-03..2021-05-03")
    assert term_of("ASSAULT: aerial") == ("ASSAULT", "aerial")
    assert term_of(None) == (None, None)
    interval = interval_of("2021-05-03..2021-05-04")
    assert interval is not None
    assert (interval.earliest, interval.latest, interval.precision, interval.basis) == (
        "2021-05-03", "2021-05-04", 2, "inferred",
    )  # fmt: skip


@pytest.mark.parametrize("kind", ["actor", "place", "event"])
def test_every_field_of_the_table_can_be_set(kind: JudgedKind) -> None:
    assert {field for record, field in SETTERS if record == kind} == set(FIELDS.of(kind))


def test_nothing_that_is_worked_out_can_be_corrected() -> None:
    worked_out = {"status", "grade", "figures", "facets", "independent_lines", "origins", "about", "mentions", "id"}
    assert {name for _, name in FIELDS.table} & worked_out == set()
