"""Gold's events put in the place of those that the program finds: what answers are worth by themselves."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.story import Story
from corroborate.grade.events import grade_ledger
from corroborate.lineage.trace import trace_lineage
from corroborate.model.grounded import GroundedReading
from corroborate.model.ledger import Ledger
from corroborate.pipeline import Work
from corroborate.reconcile.events.find import Cluster, MentionKey
from corroborate.reconcile.events.mentions import telling_of
from corroborate.reconcile.events.telling import Ground, Telling
from corroborate.reconcile.story import reconcile_story
from evaluation.gold_readings import gold_readings, told_events


def ledger_with_gold_events(story: Story, work: Work) -> Ledger:
    """The ledger made of a story's gold readings, its event mentions grouped as in gold."""
    readings = tuple(sorted(gold_readings(story, work), key=lambda item: item.document.id))
    find = GoldEvents(story, readings).find
    found = reconcile_story(readings, trace_lineage(readings), work.resources.reconcile, find)
    return work.join([grade_ledger(found)])


@dataclass(frozen=True, slots=True)
class GoldEvents:
    """A story with its gold readings, in the order in which they are reconciled."""

    story: Story
    readings: Sequence[GroundedReading]

    def find(self, ground: Ground) -> tuple[Cluster, ...]:
        """One cluster for each of gold's events that some mention tells of, in order of their first mentions."""
        found: dict[str, Telling] = {}
        for (at, index), key in self.keys().items():
            telling = telling_of(ground, at, index, denied=False)
            found[key] = found[key].joined(telling, ground.families) if key in found else telling
        return tuple(sorted((Cluster(each) for each in found.values()), key=lambda cluster: cluster.mentions[0]))

    def keys(self) -> dict[MentionKey, str]:
        """Gold's event of each event mention; mentions of what is no event of the story are left out."""
        articles = {article.name: article for article in self.story.articles}
        found: dict[MentionKey, str] = {}
        for at, item in enumerate(self.readings):
            article = articles[item.document.name.removesuffix(".txt")]
            for index, mention in enumerate(told_events(article)):
                key = article.mentions[mention].key
                if key in self.story.events:
                    found[at, index] = key
        return found
