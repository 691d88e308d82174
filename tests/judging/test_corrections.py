"""Corrections of records: whose they are, and what they must not make."""

from saying import author, ruled

from corroborate.judging import making
from corroborate.judging.corrections import judged_actors
from corroborate.model.judgement import Judgement
from corroborate.model.ledger import Actor
from corroborate.model.mention import Mention


def _actor(name: str, *places: int, member_of: tuple[str, ...] = ()) -> Actor:
    mentions = tuple(Mention("doc-1", place, place + 4, name) for place in places)
    return Actor(f"actor-{name}", name, "organisation", (name,), None, member_of, mentions)


def _corrected(actors: list[Actor], *judgements: Judgement) -> dict[str, Actor]:
    return {actor.name: actor for actor in judged_actors(actors, ruled(judgements))}


def test_a_correction_is_of_the_record_that_has_most_of_its_mentions() -> None:
    whole = [*_actor("one", 10, 20).mentions, *_actor("two", 30).mentions]
    country = making.correct("actor", whole, "country", author(1), value="SY")
    found = _corrected([_actor("one", 10), _actor("two", 20, 30)], country)
    assert (found["one"].country, found["two"].country) == (None, "SY")


def test_who_is_merged_with_a_body_above_its_own_is_above_nobody_by_a_detour() -> None:
    merged = _actor("squad", 10, 30, member_of=("actor-brigade",))
    brigade = _actor("brigade", 20, member_of=("actor-squad",))
    sides = [[mention] for mention in merged.mentions]
    found = _corrected([merged, brigade], making.merge("actor", sides, author(1)))
    assert (found["squad"].member_of, found["brigade"].member_of) == (("actor-brigade",), ())


def test_a_target_that_is_read_nowhere_changes_nothing() -> None:
    target = [Mention("doc-2", 0, 4, "army")]
    judgement = making.correct("actor", _actor("one", 10).mentions, "member_of", author(1), value="x", target=target)
    found = _corrected([_actor("one", 10, member_of=("actor-two",)), _actor("two", 20)], judgement)
    assert (found["one"].member_of, found["one"].judgements) == (("actor-two",), ())
