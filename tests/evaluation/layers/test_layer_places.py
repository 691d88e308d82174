import pytest
from layered import both, spot

from evaluation.layers import places as measures
from evaluation.score import Rates, Share

TEXT = "From Lemde to Harvat, from Osk to Berin."


def test_places_count_as_found_and_as_near() -> None:
    # A degree of latitude is 111.2 km: Lemde is right, Harvat two degrees off, Osk found without a point, Berin missed.
    # "Nowhere" of gold has no coordinates and counts as a place name only.
    gold = [spot(TEXT, name, lat=10.0, lon=20.0) for name in ("Lemde", "Harvat", "Osk", "Berin")]
    gold.append(spot(TEXT, "From", lat=None, lon=None))
    ours = [
        spot(TEXT, "Lemde", lat=11.0, lon=20.0),
        spot(TEXT, "Harvat", lat=12.0, lon=20.0),
        spot(TEXT, "Osk", lat=None, lon=None),
    ]
    pair = both(TEXT, {"places": gold}, {"places": ours})
    assert measures.toponyms_found(*pair) == Rates(Share(3, 3), Share(3, 5))
    assert measures.within_161_km(*pair) == Share(1, 4)
    assert measures.within_161_km_of_resolved(*pair) == Share(1, 2)


def test_given_places_count_by_where_they_are_put() -> None:
    gold = [spot(TEXT, name, lat=10.0, lon=20.0) for name in ("Lemde", "Harvat", "Osk")]
    ours = [
        spot(TEXT, "Lemde", lat=10.5, lon=20.0),
        spot(TEXT, "Harvat", lat=30.0, lon=20.0),
        spot(TEXT, "Osk", lat=None, lon=None),
    ]
    pair = both(TEXT, {"places": gold}, {"given_places": ours})
    assert measures.given_within_161_km(*pair) == Share(1, 3)
    assert measures.given_within_161_km_of_resolved(*pair) == Share(1, 2)
    assert measures.within_161_km(*pair) == Share(0, 3)


def test_distances_are_along_the_globe() -> None:
    assert measures.distance_km((0.0, 0.0), (0.0, 90.0)) == pytest.approx(10_007.5, abs=0.1)
    # Damascus and Aleppo are about 310 km apart.
    assert measures.distance_km((33.51, 36.29), (36.20, 37.16)) == pytest.approx(309.6, abs=1)
