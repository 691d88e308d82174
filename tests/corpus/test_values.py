import pytest

from corpus.values import days, quantity
from corroborate.model.quantity import Quantity


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7 people", Quantity(7, 7, "exact", "people", None)),
        ("7+ people", Quantity(7, None, "at-least", "people", None)),
        (">4000 people", Quantity(4000, None, "more-than", "people", None)),
        ("~60 families", Quantity(60, 60, "about", "families", None)),
        ("-5 boats", Quantity(None, 5, "up-to", "boats", None)),
        ("<5 boats", Quantity(None, 5, "less-than", "boats", None)),
        ("9-12 people", Quantity(9, 12, "between", "people", None)),
        ("? houses", Quantity(None, None, None, "houses", None)),
        ("4 people children", Quantity(4, 4, "exact", "people", "children")),
        ("4 children", Quantity(4, 4, "exact", "people", "children")),
        ("? armed fighters", Quantity(None, None, None, "armed", "fighters")),
    ],
)
def test_quantities_in_short(text: str, expected: Quantity) -> None:
    assert quantity(text) == expected


@pytest.mark.parametrize("text", ["", "people", "7", "~7-9 people", "7 - 9 people", "+7 people"])
def test_what_is_no_quantity(text: str) -> None:
    with pytest.raises(ValueError, match="no quantity"):
        quantity(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019-05-14", ("2019-05-14", "2019-05-14")),
        ("2019-05", ("2019-05-01", "2019-05-31")),
        ("2020-02", ("2020-02-01", "2020-02-29")),
        ("2019", ("2019-01-01", "2019-12-31")),
        ("2019-05-13..2019-05-14", ("2019-05-13", "2019-05-14")),
        ("2019-03..", ("2019-03-01", None)),
        ("..2019", (None, "2019-12-31")),
        ("?", (None, None)),
    ],
)
def test_days_in_short(text: str, expected: tuple[str | None, str | None]) -> None:
    assert days(text) == expected


@pytest.mark.parametrize("text", ["Tuesday", "2019-13", "2019-02-30", "2019-05-14..2019-05-13", "14-05-2019"])
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(ValueError, match=r"no day|ends before"):
        days(text)
