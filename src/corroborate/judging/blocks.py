"""Things held together and things kept apart: what is said first holds, whatever follows from it."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)


class Blocks(Generic[K]):
    """A partition that grows by pairs, some of which must never meet; nothing that was accepted is ever undone."""

    def __init__(self) -> None:
        self._parent: dict[K, K] = {}
        self._size: dict[K, int] = {}
        self._apart: dict[K, set[K]] = {}

    def find(self, item: K) -> K:
        """What stands for the block of an item, which is taken in if it is new."""
        self._parent.setdefault(item, item)
        root = item
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[item] != root:
            self._parent[item], item = root, self._parent[item]
        return root

    def hold(self, first: K, second: K) -> bool:
        """Hold two items together unless they are apart; whether they are together now."""
        one, other = self.find(first), self.find(second)
        if one == other:
            return True
        if other in self._apart.get(one, ()):
            return False
        if self._size.get(one, 1) < self._size.get(other, 1):
            one, other = other, one
        self._parent[other] = one
        self._size[one] = self._size.get(one, 1) + self._size.get(other, 1)
        for enemy in self._apart.pop(other, ()):
            self._apart[enemy].discard(other)
            self._keep(one, enemy)
        return True

    def part(self, first: K, second: K) -> bool:
        """Keep two items apart unless they are together; whether they are apart now."""
        one, other = self.find(first), self.find(second)
        if one == other:
            return False
        self._keep(one, other)
        return True

    def apart(self, first: K, second: K) -> bool:
        """Whether two items must never meet."""
        return self.find(second) in self._apart.get(self.find(first), ())

    def gather(self, items: Iterable[K]) -> list[K]:
        """Hold the items together as far as none must never meet another; the first item of each block that they make.

        Each item, in the order given, joins the first block that takes it.
        """
        leaders: list[K] = []
        for item in items:
            if not any(self.hold(leader, item) for leader in leaders):
                leaders.append(item)
        return leaders

    def enemies(self, item: K) -> frozenset[K]:
        """What stands for the blocks that an item must never meet."""
        return frozenset(self._apart.get(self.find(item), ()))

    def items(self) -> tuple[K, ...]:
        """All items that were ever named."""
        return tuple(self._parent)

    def _keep(self, one: K, other: K) -> None:
        self._apart.setdefault(one, set()).add(other)
        self._apart.setdefault(other, set()).add(one)
