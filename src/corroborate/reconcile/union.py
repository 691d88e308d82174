"""Groups that grow by pairs: union-find with members in order."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)


class Union(Generic[K]):
    """Disjoint groups of ordered items; the first item of a group in the given order stands for it."""

    def __init__(self, items: Iterable[K]) -> None:
        self._order = {item: at for at, item in enumerate(items)}
        self._parent = {item: item for item in self._order}

    def find(self, item: K) -> K:
        """The item that stands for the group of `item`."""
        root = item
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[item] != root:
            self._parent[item], item = root, self._parent[item]
        return root

    def join(self, first: K, second: K) -> None:
        """Make one group of the two items' groups."""
        one, other = sorted((self.find(first), self.find(second)), key=self._order.__getitem__)
        self._parent[other] = one

    def groups(self) -> tuple[tuple[K, ...], ...]:
        """All groups, each in order, in order of their first items."""
        found: dict[K, list[K]] = {}
        for item in self._order:
            found.setdefault(self.find(item), []).append(item)
        return tuple(tuple(members) for members in found.values())
