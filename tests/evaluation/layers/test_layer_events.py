from layered import both, spans, spot

from evaluation.layers import events as measures
from evaluation.layers.measures import furniture_found
from evaluation.layers.records import Record
from evaluation.score import Rates, Share

TEXT = "Jets struck the old market, killing seven, and may strike again. Talks began."


def _pair() -> tuple[Record, Record]:
    """Gold: struck (jets, market), killing, strike. Ours: struck with one right argument, one of another role and one
    too short, and "strike" as having happened, of another type; "Talks" is nobody's."""
    jets, market = spot(TEXT, "Jets", role="attacker"), spot(TEXT, "the old market", role="target")
    gold = [
        spot(TEXT, "struck", type="ASSAULT/aerial", id="x", reality="happened", arguments=[jets, market]),
        spot(TEXT, "killing", type="ASSAULT/aerial", id="x", reality="happened", arguments=[]),
        spot(TEXT, "may strike", type="THREATEN", id=None, reality="possible", arguments=[]),
    ]
    found = [jets, spot(TEXT, "seven", role="attacker"), spot(TEXT, "old", role="target")]
    ours = [
        spot(TEXT, "struck", type="ASSAULT", id="e0", reality="happened", arguments=found),
        spot(TEXT, "strike", type="ASSAULT", id="e1", reality="happened", arguments=[]),
        spot(TEXT, "Talks", type="CONSULT", id="e2", reality="happened", arguments=[]),
    ]
    return both(TEXT, {"events": gold}, {"events": ours})


def test_triggers_count_if_they_overlap_and_types_without_their_mode() -> None:
    assert measures.triggers_found(*_pair()) == Rates(Share(2, 3), Share(2, 3))
    assert measures.types_found(*_pair()) == Rates(Share(1, 3), Share(1, 3))


def test_arguments_need_their_role_and_half_of_the_words() -> None:
    # "old" has 3 of the 12 letters of "the old market".
    assert measures.arguments_found(*_pair()) == Rates(Share(1, 3), Share(1, 2))


def test_reality_is_compared_among_found_events() -> None:
    assert measures.realities_right(*_pair()) == Share(1, 2)


def test_an_event_of_several_words_is_one() -> None:
    gold = {"events": [{"type": "ASSAULT", "spans": spans(TEXT, "struck", "again"), "eventText": "struck again"}]}
    ours = {"events": [spot(TEXT, "again", type="ASSAULT")]}
    assert measures.types_found(*both(TEXT, gold, ours)).value == 1


def test_an_event_whose_words_are_not_in_the_text_does_not_count() -> None:
    gold = {"events": [{"type": "ASSAULT", "spans": [], "eventText": "has sent ... to strike"}]}
    assert measures.triggers_found(*both(TEXT, gold, {})).value is None


def test_predicates_rated_for_factuality_are_no_event_mentions() -> None:
    gold = {"events": [spot(TEXT, "struck", factuality=3.0)]}
    assert measures.triggers_found(*both(TEXT, gold, {})).value is None


def test_furniture_counts_by_its_letters() -> None:
    # Gold "Talks began" 10 letters; ours "began" and "Jets", 9 letters, of which 5 are gold's.
    gold, ours = [spot(TEXT, "Talks began.")], [spot(TEXT, "began"), spot(TEXT, "Jets")]
    assert furniture_found(*both(TEXT, {"furniture": gold}, {"furniture": ours})) == Rates(Share(5, 9), Share(5, 10))
