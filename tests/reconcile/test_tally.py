"""Tallies: what the mentions of an event name, and how often."""

from corroborate.reconcile.events.tally import share, together


def test_counting_together_keeps_how_often_each_was_named() -> None:
    assert dict(together((("Lemde", 2), ("Osk", 1)), (("Lemde", 3),))) == {"Lemde": 5, "Osk": 1}
    assert together((), (("Lemde", 1),)) == (("Lemde", 1),)


def test_a_stray_mention_weighs_by_its_share() -> None:
    mostly_lemde = (("Lemde", 9), ("Osk", 1))
    assert share(mostly_lemde, (("Osk", 1),), lambda one, other: one == other) == 0.1
    assert share(mostly_lemde, (("Lemde", 2),), lambda one, other: one == other) == 0.9


def test_where_one_side_names_nothing_there_is_no_share() -> None:
    assert share((), (("Lemde", 1),), lambda one, other: True) == 0.0
