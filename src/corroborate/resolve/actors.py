"""The actors of one document: which mentions name the same one, what it is, and what it belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from corroborate.model.grounded import LocalActor
from corroborate.model.ledger import ActorKind
from corroborate.model.reading import Name, Reading
from corroborate.names.fold import fold
from corroborate.names.similar import same_name
from corroborate.resolve.seeds import Seed, Seeds

# Kinds that are named, so that a like spelling says something; offices and crowds are told apart by who they speak for.
NAMED_KINDS = frozenset(
    ("armed-group", "organisation", "monitor", "media", "agency", "coalition", "intergovernmental", "person", "unknown")
)
_BODIES = frozenset(("government-body", "state-forces"))
_SPELLINGS = {"defense": "defence", "centre": "center", "organisation": "organization"}
# The most telling kind wins where mentions of one actor were read differently.
_KIND_ORDER = (
    "state",
    "state-forces",
    "government-body",
    "armed-group",
    "intergovernmental",
    "coalition",
    "monitor",
    "agency",
    "media",
    "platform",
    "person",
    "organisation",
    "role",
    "population",
    "unknown",
)


@dataclass(slots=True)
class _Groups:
    """Union-find over the names of a document."""

    parent: list[int]

    def find(self, index: int) -> int:
        while self.parent[index] != index:
            self.parent[index] = self.parent[self.parent[index]]
            index = self.parent[index]
        return index

    def join(self, first: int, second: int) -> None:
        low, high = sorted((self.find(first), self.find(second)))
        self.parent[high] = low


def resolve_actors(reading: Reading, seeds: Seeds) -> tuple[tuple[LocalActor, ...], tuple[int, ...]]:
    """The local actors in order of first mention, and each name's actor (-1: a place or a thing)."""
    names = reading.names
    wanted = [index for index, name in enumerate(names) if name.kind not in ("place", "thing")]
    found = {index: _seed(names, index, seeds) for index in wanted}
    groups = _Groups(list(range(len(names))))
    for index in wanted:
        target = names[index].of
        if target is not None and names[target].kind not in ("place", "thing"):
            groups.join(index, target)
    _join_alike(names, wanted, found, groups)
    roots = sorted({groups.find(index) for index in wanted if _worth_keeping(names, index)})
    position = {root: at for at, root in enumerate(roots)}
    actor_of = tuple(
        position.get(groups.find(index), -1) if names[index].kind not in ("place", "thing") else -1
        for index in range(len(names))
    )
    members = [[index for index in wanted if actor_of[index] == at] for at in range(len(roots))]
    return tuple(_actor(names, mentions, found, actor_of, seeds) for mentions in members), actor_of


def _worth_keeping(names: Sequence[Name], index: int) -> bool:
    """A pronoun that stands for nothing known is no actor."""
    return names[index].kind != "pronoun"


def _seed(names: Sequence[Name], index: int, seeds: Seeds) -> Seed | None:
    name = names[index]
    return seeds.find(name.name) if name.kind not in ("pronoun", "role", "population", "person") else None


def _join_alike(names: Sequence[Name], wanted: Sequence[int], found: dict[int, Seed | None], groups: _Groups) -> None:
    first_of: dict[str, int] = {}
    for index in wanted:
        key = _key(names, index, found)
        if key is None:
            continue
        if key in first_of:
            groups.join(index, first_of[key])
        else:
            similar = next((at for other, at in first_of.items() if _alike(names, index, at, found)), None)
            first_of[key] = index
            if similar is not None:
                groups.join(index, similar)


def _key(names: Sequence[Name], index: int, found: dict[int, Seed | None]) -> str | None:
    """What an exact match is made by: the seed, the state and office of a body, else the folded name."""
    name, seed = names[index], found.get(index)
    if name.kind == "pronoun" or (name.of is not None and name.kind != "person"):
        return None
    if seed is not None:
        return f"seed:{seed.key}"
    if name.kind in _BODIES:
        return f"body:{body_key(names, index, found)}"
    if name.kind in ("role", "population"):
        return f"{name.kind}:{name.name.lower()}"
    return f"name:{fold(name.name)}"


def body_key(names: Sequence[Name], index: int, found: dict[int, Seed | None]) -> str:
    """A body's state and its noun in one spelling: "Russia's Defense Ministry" and "Russian defence ministry"
    share it.
    """
    name = names[index]
    state = names[name.body] if name.body is not None else None
    seed = found.get(name.body) if name.body is not None else None
    words = name.name.replace("’", "'").split()
    if state is not None:
        taken = set(state.name.split()) | {f"{state.name}'s", f"{state.name}'"}
        words = [word for word in words if word not in taken]
    plain = " ".join(_SPELLINGS.get(word.lower(), word.lower()) for word in words)
    return f"{seed.key if seed is not None else fold(state.name) if state is not None else ''}|{plain}"


def _alike(names: Sequence[Name], index: int, other: int, found: dict[int, Seed | None]) -> bool:
    """Whether two names of different spelling name one actor: by likeness, never against the seed table or the kind."""
    first, second = names[index], names[other]
    if found.get(index) is not None and found.get(other) is not None:
        return False
    if first.kind not in NAMED_KINDS or second.kind not in NAMED_KINDS:
        return False
    if (
        "person" in (first.kind, second.kind)
        and first.kind != second.kind
        and "unknown" not in (first.kind, second.kind)
    ):
        return False
    return same_name(first.name, second.name).same


def _actor(
    names: Sequence[Name], mentions: Sequence[int], found: dict[int, Seed | None], actor_of: Sequence[int], seeds: Seeds
) -> LocalActor:
    seed = next((item for index in mentions if (item := found.get(index)) is not None), None)
    kinds = [names[index].kind for index in mentions if names[index].kind != "pronoun"]
    kind: ActorKind = seed.kind if seed is not None else cast("ActorKind", min(kinds, key=_KIND_ORDER.index))
    aliases = tuple(sorted({_plain(names[index].name) for index in mentions if _is_alias(names, index, kind)}))
    own = actor_of[mentions[0]]
    bodies = sorted(
        {
            actor_of[body]
            for index in mentions
            if (body := names[index].body) is not None and actor_of[body] not in (-1, own)
        }
    )
    return LocalActor(
        name=seed.name if seed is not None else _best_name(names, mentions, kind),
        kind=kind,
        aliases=aliases,
        mentions=tuple(mentions),
        seed=seed.key if seed is not None else None,
        country=seed.country if seed is not None else None,
        member_of=tuple(bodies),
        anonymous=all(names[index].anonymous or names[index].kind == "pronoun" for index in mentions),
    )


def _is_alias(names: Sequence[Name], index: int, kind: ActorKind) -> bool:
    name = names[index]
    descriptive = name.kind in ("role", "population") and kind == "person"
    return name.kind != "pronoun" and not (name.of is not None and name.text != name.name) and not descriptive


def _best_name(names: Sequence[Name], mentions: Sequence[int], kind: ActorKind) -> str:
    """The fullest name: of the kind that won, first among equals."""
    own = [index for index in mentions if names[index].kind == kind] or list(mentions)
    own = [index for index in own if names[index].name[:1].isupper()] or own
    return _plain(
        max(
            (names[index].name for index in own),
            key=lambda text: (len(text.split()), -own.index(next(i for i in own if names[i].name == text))),
        )
    )


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())
