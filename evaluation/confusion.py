"""Which class was taken for which."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Confusion:
    """Pairs of gold's class and ours, counted; the value is F1, the mean over the classes that either side has.

    >>> Confusion((("denies", "denies"), ("asserts", "asserts"), ("denies", "asserts"))).value
    0.6666666666666666
    """

    pairs: tuple[tuple[str, str], ...] = ()

    def __add__(self, other: "Confusion") -> "Confusion":
        return Confusion(self.pairs + other.pairs)

    @property
    def classes(self) -> tuple[str, ...]:
        return tuple(sorted({each for pair in self.pairs for each in pair}))

    @property
    def value(self) -> float | None:
        return _mean(2 * right / (ours + gold) for right, ours, gold in self._counts())

    @property
    def precision(self) -> float | None:
        return _mean(right / ours if ours else 0.0 for right, ours, _ in self._counts())

    @property
    def recall(self) -> float | None:
        return _mean(right / gold if gold else 0.0 for right, _, gold in self._counts())

    @property
    def right(self) -> int:
        return sum(gold == ours for gold, ours in self.pairs)

    def _counts(self) -> list[tuple[int, int, int]]:
        """For each class how often it is right, ours and gold's."""
        right = Counter(gold for gold, ours in self.pairs if gold == ours)
        ours = Counter(own for _, own in self.pairs)
        gold = Counter(their for their, _ in self.pairs)
        return [(right[each], ours[each], gold[each]) for each in self.classes]


def confusion_table(confusion: Confusion) -> str:
    """A line for each class of gold, a column for each of ours; the columns are numbered as the lines."""
    counts = Counter(confusion.pairs)
    classes = confusion.classes
    width = max(map(len, classes), default=0) + 3
    head = " " * (width + 3) + " ".join(f"{number:>5}" for number in range(1, len(classes) + 1))
    lines = [
        f"{number:>2} {gold:{width}}" + " ".join(f"{counts[gold, ours]:>5}" for ours in classes)
        for number, gold in enumerate(classes, start=1)
    ]
    return "\n".join([head, *lines]) + "\n"


def _mean(figures: Iterable[float]) -> float | None:
    listed = list(figures)
    return sum(listed) / len(listed) if listed else None
