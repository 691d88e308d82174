from typing import Any

from layered import both, spans, spot

from evaluation.layers import templates as measures
from evaluation.layers.records import Record
from evaluation.score import Rates, Share

TEXT = "THE OLIVE FRONT BLEW UP A BRIDGE AND A BUS. THE FRONT HURT A CLERK. YOUTHS AND THE SEA LEAGUE CHEERED."


def _filler(*alternatives: str, optional: bool = False) -> dict[str, Any]:
    return {"any_of": [{"text": each, "spans": spans(TEXT, each)} for each in alternatives], "optional": optional}


def _pair() -> tuple[Record, Record]:
    template = {
        "optional": False,
        "perp_org": [_filler("OLIVE FRONT", "THE FRONT"), _filler("SEA LEAGUE")],
        "perp_individual": [_filler("YOUTHS")],
        "phys_id": [_filler("BRIDGE"), _filler("BUS", optional=True)],
        "hum_name": None,
        "hum_description": [_filler("CLERK")],
    }
    arguments = [
        spot(TEXT, "THE OLIVE FRONT", role="attacker"),
        spot(TEXT, "THE FRONT", role="attacker"),
        spot(TEXT, "YOUTHS", role="attacker"),
        spot(TEXT, "CHEERED", role="attacker"),
        spot(TEXT, "A BUS", role="target"),
        spot(TEXT, "A CLERK", role="target"),
    ]
    events = [spot(TEXT, "BLEW UP", arguments=arguments)]
    return both(TEXT, {"templates": [template]}, {"events": events})


def test_any_alternative_is_right_and_individuals_do_not_count() -> None:
    # Ours: two strings of the front right, CHEERED wrong, YOUTHS free. Gold: the front found, the league missed.
    assert measures.perpetrator_organisations(*_pair()) == Rates(Share(2, 3), Share(1, 2))


def test_optional_answers_and_people_are_free_among_targets() -> None:
    # The bus is optional, the clerk a person: nothing of ours counts, and the bridge is missed.
    assert measures.targets(*_pair()) == Rates(Share(0, 0), Share(0, 1))


def test_victims_may_be_targets() -> None:
    # "A CLERK" is right; "A BUS" is a thing that was hit.
    assert measures.victims(*_pair()) == Rates(Share(1, 1), Share(1, 1))
