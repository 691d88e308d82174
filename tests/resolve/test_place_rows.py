"""A user's places, from their files to the answer."""

import io
from pathlib import Path

import pytest
from place_cases import PACK

from corroborate.names.fold import fold, skeleton
from corroborate.resolve.gazetteer import open_gazetteer
from corroborate.resolve.place_joining import joined_places
from corroborate.resolve.place_pack import PackedPlaces
from corroborate.resolve.place_rows import PlaceRow, WrongGazetteerFileError, dump_rows, table_rows
from corroborate.resolve.place_writer import write_pack

KINDS = {"P": "town", "A.ADM1": "admin1", "S.CMP": "feature"}


def dump_line(name: str, code: str = "P.PPL", *, number: str = "90000001", latitude: str = "35.5") -> str:
    letter, _, rest = code.partition(".")
    middle = ["", "SY", "", "12", "", "", "", "40", "", "1", "Asia/Damascus", "2020-01-01"]
    cells = [number, name, name, f"{name}a,XYZ,ab", latitude, "36.5", letter, rest, *middle[1:]]
    return "\t".join(cells)


def rows_of(text: str) -> list[PlaceRow]:
    return list(table_rows(text.splitlines(), lambda name: {"Syria": "SY", "SY": "SY"}.get(name)))


def packed(rows: list[PlaceRow], folder: Path) -> PackedPlaces:
    target = io.BytesIO()
    write_pack(target, joined_places(lambda: rows, open_gazetteer(PACK)), title="mine", folder=folder)
    return PackedPlaces(target.getvalue())


def test_a_dump_gives_names_kinds_and_areas() -> None:
    rows = list(dump_rows([dump_line("Vexhama", "A.ADM1"), dump_line("Qorvan"), dump_line("Rock", "T.RK")], KINDS))
    assert [(row.name, row.kind, row.own_key, row.area) for row in rows] == [
        ("Vexhama", "admin1", "SY.12", None),
        ("Qorvan", "town", None, "SY.12"),
    ]
    assert rows[1].names == ("Qorvan", "Qorvana")


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([dump_line("Qorvan"), "a\tb"], "line 2: 2 columns"),
        ([dump_line("Qorvan", latitude="north")], "line 1: latitude 'north'"),
        ([dump_line("Qorvan", number="x1")], "line 1: geonameid 'x1'"),
    ],
)
def test_a_wrong_dump_is_told_by_its_line(lines: list[str], message: str) -> None:
    with pytest.raises(WrongGazetteerFileError, match=message):
        list(dump_rows(lines, KINDS))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name,lat\nA,1", "line 1: no column latitude and no column longitude"),
        ("name,latitude,longitude\nA,91,1", "line 2: latitude '91'"),
        ("name,latitude,longitude\n,1,1", "line 2: the place has no name"),
        ("name,latitude,longitude,kind\nA,1,1,hamlet", "line 2: kind 'hamlet' is none of"),
        ("name,latitude,longitude,country\nA,1,1,Vexland", "line 2: no country is called 'Vexland'"),
    ],
)
def test_a_wrong_table_is_told_by_its_line(text: str, message: str) -> None:
    with pytest.raises(WrongGazetteerFileError, match=message):
        rows_of(text)


TABLE = "name,latitude,longitude,country,admin1,aliases\nQorvan,35.9,36.7,Syria,Idlib Governorate,Korvaan|Qurfan"


def test_a_table_s_place_is_found_by_every_name_in_the_area_that_is_known(tmp_path: Path) -> None:
    gazetteer = open_gazetteer(PACK, added=[packed(rows_of(TABLE), tmp_path)])
    for name in ("Qorvan", "Korvaan", "Qurfan"):
        spot = gazetteer.candidates(name)[0]
        assert (spot.name, spot.country, spot.admin1, spot.latitude) == ("Qorvan", "SY", "Idlib", 35.9)


def test_a_user_s_place_stands_for_the_shipped_one_beside_it(tmp_path: Path) -> None:
    own = rows_of("name,latitude,longitude,country,admin1\nTalbiseh,34.85,36.74,SY,Homs")
    found = open_gazetteer(PACK, added=[packed(own, tmp_path)]).candidates("Talbiseh")
    assert [spot.latitude for spot in found if spot.country == "SY"] == [34.85]


def test_an_area_that_nobody_knows_lies_in_the_middle_of_its_places(tmp_path: Path) -> None:
    table = "name,latitude,longitude,country,admin1\nA-ville,10,20,VX,Hadravil\nB-ville,12,22,VX,Hadravil"
    rows = list(table_rows(table.splitlines(), lambda name: name))
    spot = open_gazetteer(PACK, added=[packed(rows, tmp_path)]).candidates("Hadravil")[0]
    assert (spot.kind, spot.latitude, spot.longitude) == ("admin1", 11.0, 21.0)


def test_the_digest_tells_what_a_gazetteer_holds(tmp_path: Path) -> None:
    same, other = rows_of(TABLE), rows_of(TABLE.replace("35.9", "35.8"))
    digests = [packed(rows, tmp_path).head.digest for rows in (same, same, other)]
    assert digests[0] == digests[1] != digests[2]


def test_names_sorted_in_pieces_give_the_same_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [row for number in range(300) for row in rows_of(TABLE.replace("Qorvan", f"Qorvan {number}"))]
    whole, pieces = io.BytesIO(), io.BytesIO()
    known = open_gazetteer(PACK)
    write_pack(whole, joined_places(lambda: rows, known), title="mine", folder=tmp_path)
    monkeypatch.setattr("corroborate.resolve.place_writer.NAMES_AT_ONCE", 50)
    write_pack(pieces, joined_places(lambda: rows, known), title="mine", folder=tmp_path)
    assert whole.getvalue() == pieces.getvalue()
    assert fold("Korvaan") in PackedPlaces(whole.getvalue()).named(skeleton(fold("Korvaan")))
