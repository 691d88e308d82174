"""One claim's answer to one question, and what answers are made from."""

from dataclasses import dataclass, replace

from corroborate.model.interval import Interval
from corroborate.model.ledger import Stance
from corroborate.model.quantity import Quantity
from corroborate.reconcile.answers.questions import Questions
from corroborate.reconcile.claims import Told
from corroborate.reconcile.events.find import Cluster
from corroborate.reconcile.events.telling import Ground

NOT_ESTABLISHED = "not established"
NO_ONE_ELSE = "and no one else"
NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Answer:
    """One claim's answer to one facet. Answers with the same facet and key are one position."""

    facet: str
    key: str
    value: str
    claim: str
    stance: Stance
    actor: str | None = None
    place: str | None = None
    quantity: Quantity | None = None
    time: Interval | None = None

    def towards(self, stance: Stance) -> "Answer":
        """The same answer with another stance towards it; what is rejected is denied."""
        return replace(self, stance="denies" if stance == "rejects" else stance)


@dataclass(frozen=True, slots=True)
class Hearing:
    """One claim heard on one event, with what its words are looked up in."""

    ground: Ground
    told: Told
    cluster: Cluster
    questions: Questions

    @property
    def claim(self) -> str:
        return self.told.claim.id

    @property
    def speaker(self) -> str | None:
        """The actor who answers for the claim; the outlet for its own voice."""
        return self.told.claim.claimant.actor

    def party(self, actor: str) -> str:
        return self.ground.story.parties.get(actor, actor)


def attacker_answer(hearing: Hearing, actor: str) -> Answer:
    """That this actor did it; actors of one party are one answer."""
    name = hearing.ground.story.actors.by_id[actor].name
    return Answer("attacker", hearing.party(actor), name, hearing.claim, "asserts", actor=actor)


def shown(text: str) -> str:
    """The words as a value: white space folded, no stray quotation marks at the ends."""
    plain = " ".join(text.split())
    opens, closes = plain[:1] in '“"', plain[-1:] in '”"'
    return plain if opens == closes else plain.strip('“”"') or plain
