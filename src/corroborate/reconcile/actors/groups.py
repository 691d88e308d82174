"""The actors of a story put into groups: every join with its reason, and every pair that was kept apart with its."""

from collections.abc import Mapping
from dataclasses import dataclass

from corroborate.reconcile.actors.objections import objection
from corroborate.reconcile.actors.proposals import Doubt, Proposal
from corroborate.reconcile.actors.rules import PASSES
from corroborate.reconcile.actors.sides import Cast, Key, Side, side_of, written_small
from corroborate.reconcile.union import Union


@dataclass(frozen=True, slots=True)
class Finding:
    """Why two local actors, each standing for its group, were joined or kept apart: the rule's name, and in words."""

    first: Key
    second: Key
    joined: bool
    rule: str
    detail: str


@dataclass(frozen=True, slots=True)
class Grouping:
    """The groups of a story's local actors, in order of their first members, and how they came about."""

    groups: tuple[tuple[Key, ...], ...]
    findings: tuple[Finding, ...]


def grouped(cast: Cast) -> Grouping:
    """Group the local actors of a story.

    Pass by pass, the surest proposals first; the order of the documents makes no difference. Memory and time grow
    with the number of local actors and of pairs that share a word.
    """
    keys = [(at, local) for at, item in enumerate(cast.readings) for local in range(len(item.actors))]
    keys = sorted((*keys, *cast.pages))
    common = written_small(cast.readings)
    table = _Table(cast, {key: side_of(cast, key, common) for key in keys}, Union(keys), [])
    for rules in PASSES:
        sides = table.sides()
        found = [(item, rule.__name__) for rule in rules for item in rule(sides, cast)]
        for proposal, rule in sorted(
            ((item, rule) for item, rule in found if isinstance(item, Proposal)), key=lambda pair: _order(cast, *pair)
        ):
            table.put(proposal, rule)
        for doubt, rule in found:
            if isinstance(doubt, Doubt):
                table.doubt(doubt, rule)
    return Grouping(table.union.groups(), tuple(dict.fromkeys(table.findings)))


@dataclass(slots=True)
class _Table:
    """The sides as they stand, by the local actor that stands for each."""

    cast: Cast
    side: dict[Key, Side]
    union: Union[Key]
    findings: list[Finding]

    def sides(self) -> list[Side]:
        """All sides, in an order that their names give."""
        roots = {self.union.find(key) for key in self.side}
        return sorted((self.side[root] for root in roots), key=lambda side: _identity(self.cast, side))

    def put(self, proposal: Proposal, rule: str) -> None:
        """Join the two sides, unless something speaks against it; write down which."""
        keys = min(proposal.first.keys), min(proposal.second.keys)
        roots = self.union.find(keys[0]), self.union.find(keys[1])
        if roots[0] == roots[1]:
            return
        first, second = self.side[roots[0]], self.side[roots[1]]
        against = objection(proposal, first, second, self.cast)
        detail = proposal.detail if against is None else f"{proposal.detail}; but {against}"
        self.findings.append(Finding(min(keys), max(keys), against is None, rule, detail))
        if against is None:
            self.union.join(*roots)
            self.side[self.union.find(keys[0])] = first.with_side(second)

    def doubt(self, doubt: Doubt, rule: str) -> None:
        """Write down that a side may be one of several."""
        for owner in doubt.owners:
            keys = sorted((min(doubt.side.keys), min(owner.keys)))
            if self.union.find(keys[0]) != self.union.find(keys[1]):
                self.findings.append(Finding(keys[0], keys[1], False, rule, doubt.detail))


def _order(cast: Cast, proposal: Proposal, rule: str) -> tuple[float, str, list[tuple[str, ...]]]:
    sides = sorted((_identity(cast, proposal.first), _identity(cast, proposal.second)))
    return -proposal.score, rule, sides


def _identity(cast: Cast, side: Side) -> tuple[str, ...]:
    """What a side is sorted by: its names, then where it stands, whatever order the documents came in."""
    places = sorted(f"{cast.readings[at].document.id} {local:06d}" for at, local in side.keys)
    return (*sorted(side.names), "", *places)


def reasons_of(cast: Cast, grouping: Grouping) -> Mapping[Key, tuple[str, ...]]:
    """What each group's record says of its joins and of those it was kept apart from, by its first member.

    What people said otherwise since is left out: judgements tell of it.
    """
    leads = {key: group[0] for group in grouping.groups for key in group}
    lines: dict[Key, dict[str, None]] = {}
    for finding in grouping.findings:
        groups = leads[finding.first], leads[finding.second]
        if finding.joined and groups[0] == groups[1]:
            line = f"joined: {_who(cast, finding.first)} and {_who(cast, finding.second)}: {finding.detail}"
            lines.setdefault(groups[0], {})[line] = None
        elif not finding.joined and groups[0] != groups[1]:
            for own, other in (groups, groups[::-1]):
                key = finding.second if other == groups[1] else finding.first
                lines.setdefault(own, {})[f"kept apart: {_who(cast, key)}: {finding.detail}"] = None
    return {key: tuple(sorted(found)) for key, found in lines.items()}


def _who(cast: Cast, key: Key) -> str:
    return f"“{cast.local(key).name}” in {cast.document(key[0])}"
