"""Which first speakers are one line, and why."""

from collections.abc import Iterable
from dataclasses import replace

from corroborate.model.ledger import Actor, Claim, Link
from corroborate.model.lineage import Passage
from corroborate.model.parties import topmost
from corroborate.model.span import Span
from corroborate.pipeline import read_data
from corroborate.reconcile.answers.questions import load_questions
from corroborate.reconcile.lines.crowds import Crowds, load_crowds
from corroborate.reconcile.lines.independence import Lines, count_lines
from corroborate.reconcile.lines.merging import Voices
from corroborate.testing.builders import a_claim, a_document, an_actor

CROWDS = load_crowds(read_data)
QUESTIONS = load_questions(read_data)
STATE = an_actor("Kestria", kind="state")
ARMY = an_actor("Kestrian army", kind="state-forces", member_of=(STATE,))
MINISTRY = an_actor("Kestrian defence ministry", kind="government-body", member_of=(STATE,))
CLINIC = an_actor("Lemde Clinic")
UNION = an_actor("Carters' Union of Lemde")
DASKAL = an_actor("Mirna Daskal", kind="person")
RESIDENTS = an_actor("residents", kind="population")
NEIGHBOURS = an_actor("neighbours", kind="population")
DOCTORS = an_actor("doctors", kind="population")
GAZETTE = an_actor("The Gazette", kind="media")
MIRROR = an_actor("Western Mirror", kind="media")
WIRE = an_actor("Corvane", kind="agency")
SAID = "three shells fell on the quarter"


def told(*speakers: Actor | None, by: Actor = GAZETTE, words: str = SAID, via: Iterable[Actor] = ()) -> list[Claim]:
    """A claim of each speaker in a document of its own of one outlet; None is the outlet itself."""
    found = []
    for speaker in speakers:
        name = speaker.name if speaker is not None else "nobody"
        document = a_document(f"{words}, {name} said to {by.name}.", outlet=by.name)
        claim = a_claim(words, document, speaker=speaker)
        unnamed = speaker is not None and speaker.kind in ("population", "role")
        links = [Link(item.name, item.id, "agency" if item.kind == "agency" else "channel") for item in via]
        chain = (*claim.chain[:-1], *links, Link(by.name, by.id, "outlet"))
        claimant = replace(claim.claimant, anonymous=unnamed, actor=chain[0].actor)
        found.append(replace(claim, chain=chain, claimant=claimant))
    return found


def together(*speakers: Actor | None, by: Actor = GAZETTE) -> list[Claim]:
    """Claims in different words of one document."""
    claims = [
        told(speaker, by=by, words=f"{SAID}, it was told for the {at} time")[0] for at, speaker in enumerate(speakers)
    ]
    return [replace(claim, document="doc-one") for claim in claims]


def lines(claims: Iterable[Claim], *passages: Passage) -> Lines:
    listed = list(claims)
    actors = {actor.id: actor for actor in EVERYBODY}
    pairs = {(min(item.first, item.second), max(item.first, item.second)): (item,) for item in passages}
    names = {claim.document: f"{claim.chain[-1].name} ({claim.document[-4:]})" for claim in listed}
    parties = {key: topmost(key, actors) for key in actors}
    return count_lines(listed, Voices(actors, parties, pairs, names, CROWDS, QUESTIONS))


MISSION = an_actor("Orvan Mission", kind="intergovernmental")
LEAGUE = an_actor("League of the Plain", kind="coalition")
SPOKESMAN = an_actor("the mission's spokesman", kind="role", member_of=(MISSION,))
ALLY = an_actor("Ostrel", kind="state", member_of=(LEAGUE,))
OTHER_ALLY = an_actor("Brask", kind="state", member_of=(LEAGUE,))
SHORT = an_actor("Union")
BODY = an_actor("a rights group", kind="monitor")
MONITOR = an_actor("Northwatch", kind="monitor")
OFFICIAL = an_actor("an official", kind="role")
DOCTOR = an_actor("a doctor", kind="role")
SOURCES = an_actor("other sources", kind="population")
SITE = an_actor("a local information site", kind="media")
NURSE = an_actor("a nurse", kind="role")
MEDIC = an_actor("a medic", kind="role")
SURGEONS = an_actor("Riverside Surgeons")
HERDERS = an_actor("herders' committee")
COUNCIL = an_actor("Council of the North", kind="armed-group")
CELLS = an_actor("the field committees", member_of=(COUNCIL,))
TRIBE = an_actor("the tribe", kind="population")
ELDER = an_actor("Idris Vamm", kind="person", member_of=(TRIBE,))
WARD = an_actor("Lemde Hospital")
STAFF = an_actor("staff of the hospital", kind="population", member_of=(WARD,))
EVERYBODY = (
    *(STATE, ARMY, MINISTRY, CLINIC, UNION, DASKAL, RESIDENTS, NEIGHBOURS, DOCTORS, GAZETTE, MIRROR, WIRE),
    *(MISSION, LEAGUE, SPOKESMAN, ALLY, OTHER_ALLY, SHORT, BODY, MONITOR, OFFICIAL, DOCTOR, SOURCES),
    *(SITE, NURSE, MEDIC, SURGEONS, HERDERS, COUNCIL, CELLS, TRIBE, ELDER, WARD, STAFF),
)


def test_two_bodies_are_two_lines() -> None:
    assert lines(told(CLINIC, UNION)) == Lines(2, 2, ())


def test_a_ministry_and_an_army_of_one_state_are_one_party_and_the_reason_names_both() -> None:
    found = lines(told(ARMY, MINISTRY))
    assert (found.origins, found.independent) == (2, 1)
    assert found.collapsed == (
        (
            "Kestrian army; Kestrian defence ministry: one party: “Kestrian army” and “Kestrian defence ministry” both "
            "speak for Kestria"
        ),
    )


def test_a_spokesman_speaks_for_his_mission_and_allies_speak_for_themselves() -> None:
    assert lines(told(MISSION, SPOKESMAN)).independent == 1
    assert lines(told(ALLY, OTHER_ALLY)).independent == 2


def test_a_name_that_may_be_short_for_another_is_no_second_line() -> None:
    found = lines(told(SHORT, UNION))
    assert (found.independent, found.collapsed) == (
        1, ("Union; Carters' Union of Lemde: one party: nothing tells “Union” from Carters' Union of Lemde",),
    )  # fmt: skip


def test_a_body_that_is_only_described_is_no_line_beside_a_named_one_of_its_kind() -> None:
    assert lines(told(BODY, MONITOR)).independent == 1
    assert lines(told(BODY, CLINIC)).independent == 2


def test_crowds_of_one_kind_are_one_line_and_of_two_kinds_two() -> None:
    assert lines(told(RESIDENTS, NEIGHBOURS)).independent == 1
    assert lines(told(RESIDENTS, DOCTORS)).independent == 2


def test_a_crowd_is_no_line_beside_a_named_person_but_beside_a_body_or_an_official() -> None:
    assert lines(told(RESIDENTS, DASKAL)).independent == 1
    assert lines(told(RESIDENTS, CLINIC)).independent == 2
    assert lines(told(RESIDENTS, OFFICIAL)).independent == 2
    assert lines(told(DOCTORS, DOCTOR)).independent == 1


def test_sources_of_which_nothing_is_told_are_no_line_beside_others() -> None:
    found = lines(told(SOURCES, CLINIC))
    assert (found.independent, "names nobody" in found.collapsed[0]) == (1, True)


def test_an_outlets_own_sentence_is_no_line_where_its_article_gives_a_source() -> None:
    found = lines(together(None, CLINIC))
    assert (found.origins, found.independent) == (2, 1)
    assert found.collapsed[0].startswith("Lemde Clinic; The Gazette: own sentence: ")
    assert lines([*told(None), *told(CLINIC, by=MIRROR)]).independent == 2


def test_a_body_that_publishes_is_a_line_beside_whom_it_quotes() -> None:
    assert lines(together(None, CLINIC, by=UNION)).independent == 2


def test_an_outlet_that_is_quoted_is_no_line_where_it_has_a_source() -> None:
    quoted, sourced = told(GAZETTE, by=MIRROR), told(CLINIC, by=GAZETTE)
    assert lines([*quoted, *sourced]).independent == 1
    assert lines([*quoted, *told(CLINIC, by=WIRE)]).independent == 2


def test_a_body_that_passes_words_on_elsewhere_is_no_line_beside_whose_they_are() -> None:
    assert lines([*told(UNION, by=MIRROR), *told(CLINIC, via=(UNION,))]).independent == 1


def test_unnamed_speakers_of_one_agency_are_one_where_they_may_be_the_same() -> None:
    assert lines(told(OFFICIAL, SOURCES, via=(WIRE,))).independent == 1
    assert lines(told(RESIDENTS, DOCTORS, via=(WIRE,))).independent == 2


def test_claims_at_one_place_of_a_shared_passage_are_one_text_and_others_are_not() -> None:
    first, second = told(None, by=GAZETTE)[0], told(None, by=MIRROR)[0]
    here, there = Span(first.start, first.end), Span(second.start, second.end)
    found = lines((first, second), Passage(first.document, second.document, here, there))
    assert (found.independent, "one text: the same words stand in" in found.collapsed[0]) == (1, True)
    # The same passage, but the claims stand at its two ends.
    long = Passage(first.document, second.document, Span(first.start, first.end + 200), Span(0, 200 + len(SAID)))
    assert lines((first, replace(second, start=200, end=200 + len(SAID))), long).independent == 2


def test_two_speakers_whom_one_sentence_joins_stay_two_in_its_copy() -> None:
    first, second = told(CLINIC, UNION)
    joined = [replace(item, document="doc-one") for item in (first, second)]
    copied = [replace(item, document="doc-two") for item in (first, second)]
    passage = Passage("doc-one", "doc-two", Span(0, 90), Span(0, 90))
    assert lines([*joined, *copied], passage).independent == 2


def test_the_order_of_claims_does_not_change_the_count() -> None:
    claims = [*told(RESIDENTS, NEIGHBOURS, DASKAL, ARMY, MINISTRY), *together(None, CLINIC)]
    assert {lines(claims[at:] + claims[:at]).independent for at in range(len(claims))} == {3}


def test_a_crowd_is_known_by_its_first_telling_word() -> None:
    crowds = Crowds({"rescue": "rescuers", "workers": "workers", "hospital": "medics"})
    assert crowds.kind("rescue workers (to the hospital)") == "rescuers"
    assert crowds.kind("people of the hills") is None


def test_an_outlet_that_no_name_tells_from_others_is_no_line_beside_anybody() -> None:
    found = lines([*told(SITE, by=MIRROR), *told(CLINIC)])
    assert (found.independent, found.collapsed[0].startswith("Lemde Clinic; a local information site: ")) == (1, True)
    assert lines([*told(WIRE, by=MIRROR), *told(CLINIC)]).independent == 2


def test_who_only_tells_of_a_figure_that_others_give_is_no_line_beside_them() -> None:
    quoted = told(UNION, by=MIRROR, words="the clinic's total of nine is too high")
    found = lines([*told(CLINIC, words="nine people died"), *quoted])
    assert (found.independent, "tells of what others say" in found.collapsed[0]) == (1, True)
    summed = told(UNION, by=MIRROR, words="they added six of Monday to the three of Tuesday")
    assert lines([*told(CLINIC, words="nine people died"), *summed]).independent == 1
    counted = told(UNION, by=MIRROR, words="the union's own count is nine")
    assert lines([*told(CLINIC, words="nine people died"), *counted]).independent == 2


def test_an_unnamed_speaker_whom_a_page_has_from_an_outlet_is_the_one_whom_it_quotes() -> None:
    quoted = told(NURSE, by=MIRROR, via=(GAZETTE,))
    assert lines([*told(MEDIC, by=GAZETTE), *quoted]).independent == 1
    assert lines([*told(OFFICIAL, by=GAZETTE), *quoted]).independent == 2
    assert lines([*told(MEDIC, by=GAZETTE), *told(NURSE, by=MIRROR)]).independent == 2


def test_a_described_body_is_a_line_beside_one_of_another_sort_or_where_it_is_known_whose_it_is() -> None:
    assert lines(told(HERDERS, SURGEONS)).independent == 2
    assert lines(told(CELLS, CLINIC)).independent == 2


def test_a_crowd_is_no_line_beside_a_named_man_of_a_tribe_or_people_of_a_hospital_called_alike() -> None:
    assert lines(told(RESIDENTS, ELDER)).independent == 1
    assert lines(told(DOCTORS, STAFF)).independent == 1
    assert lines(told(RESIDENTS, STAFF)).independent == 2
