"""Publishers that are more than outlets, and offices: whose voice they are."""

from dataclasses import replace

import pytest
from casting import cast

from corroborate.model.document import Furniture
from corroborate.model.ledger import Actor
from corroborate.model.parties import topmost
from corroborate.pipeline import open_resources
from corroborate.reconcile.actors.offices import office_body
from corroborate.reconcile.actors.publishers import imprints, publisher_kind
from corroborate.reconcile.actors.sides import Cast
from corroborate.reconcile.actors.story_actors import StoryActors, story_actors
from corroborate.testing.builders import a_document

TABLES = open_resources().reconcile.names


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ministry of Transport of Brask", "government-body"),
        ("Police Command, Lemde", "state-forces"),
        ("Police Watch", "monitor"),
        ("Police Gazette", "media"),
        ("Union of Army Widows", "organisation"),
        ("The Lemde Lantern", "media"),
    ],
)
def test_a_publisher_is_what_its_name_says(name: str, kind: str) -> None:
    assert publisher_kind(name, TABLES) == kind


@pytest.mark.parametrize(
    ("phrase", "body"),
    [
        ("the deputy interior minister", "interior ministry"),
        ("Police spokesman Ilas Vorn", "police"),
        ("a former interior minister", None),
        ("the ferryman", None),
    ],
)
def test_an_office_names_its_body(phrase: str, body: str | None) -> None:
    assert office_body(phrase, TABLES) == body


def called(actors: StoryActors, name: str) -> Actor:
    return next(actor for actor in actors.by_id.values() if actor.name == name)


def party(actors: StoryActors, name: str) -> str:
    return actors.by_id[topmost(called(actors, name).id, actors.by_id)].name


def with_head(story: Cast, at: int, head: str) -> StoryActors:
    """The actors, with a line at the end of a document that says who publishes it."""
    text = story.readings[at].document.text
    document = replace(
        story.readings[at].document,
        text=f"{text}\n{head}",
        furniture=(Furniture(len(text) + 1, len(text) + 1 + len(head), "about"),),
    )
    readings = [replace(item, document=document) if place == at else item for place, item in enumerate(story.readings)]
    return story_actors(replace(story, readings=readings))


def test_a_ministry_with_a_page_of_its_own_speaks_for_its_state() -> None:
    found = story_actors(cast("page: Ministry of Transport of Kestra; person: Ilas Vorn", "state: Kestra"))
    assert called(found, "Ministry of Transport of Kestra").kind == "government-body"
    assert party(found, "Ministry of Transport of Kestra") == "Kestra"


def test_an_organ_speaks_for_whom_the_head_of_its_page_names() -> None:
    story = cast("page: The Furrow; person: Ilas Vorn", "armed-group: Northern Ploughmen's Front")
    assert party(with_head(story, 0, "THE FURROW. Organ of the Northern Ploughmen's Front"), "The Furrow") == (
        "Northern Ploughmen's Front"
    )
    assert party(with_head(story, 0, "The Furrow. Printed in Lemde"), "The Furrow") == "The Furrow"


def test_an_organ_of_somebody_else_of_the_kind_is_nobody_s_of_the_story() -> None:
    story = cast("page: The Furrow; person: Ilas Vorn", "armed-group: Southern Miners' Front")
    assert party(with_head(story, 0, "Organ of the Northern Ploughmen's Front"), "The Furrow") == "The Furrow"


def test_a_press_service_is_that_of_the_body_on_whose_page_it_speaks() -> None:
    page = "page: Ministry of Transport of Kestra; organisation: Press Service; person: Ilas Vorn > Press Service"
    assert party(story_actors(cast(page, "state: Kestra")), "Ilas Vorn") == "Kestra"
    outlet = "page: The Furrow; organisation: Press Service; person: Ilas Vorn > Press Service"
    assert party(story_actors(cast(outlet, "state: Kestra")), "Ilas Vorn") == "Press Service"


def test_only_what_a_page_says_of_itself_is_an_imprint() -> None:
    text = "Voice of the Carters' Union of Lemde. Weekly. The body of the article."
    head = Furniture(0, text.index(" Weekly"), "about")
    document = a_document(text, furniture=(head,))
    assert list(imprints(document, TABLES)) == [("carters", "union", "of", "lemde")]
    assert list(imprints(replace(document, furniture=()), TABLES)) == []


def test_a_minister_speaks_for_the_only_ministry_of_the_kind() -> None:
    body, office = "government-body: Kestran interior ministry", "person: the interior minister | Yazan Qubal"
    assert party(story_actors(cast(body, office)), "Yazan Qubal") == party(
        story_actors(cast(body, office)), "Kestran interior ministry"
    )
    two = story_actors(cast(body, "government-body: Velyan interior ministry", office))
    assert party(two, "Yazan Qubal") == "Yazan Qubal"


def test_who_leads_his_men_is_not_under_them() -> None:
    found = story_actors(cast("person: Ilas Vorn > his men; population: his men"))
    assert called(found, "Ilas Vorn").member_of == ()
