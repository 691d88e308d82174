"""Every kind of figure that a measure gives, and how two of one measure are added up."""

from evaluation.confusion import Confusion
from evaluation.coreference import Coreference
from evaluation.score import Faults, Rates, Share

Score = Share | Rates | Faults | Confusion | Coreference


def added(first: Score, second: Score) -> Score:
    """Two scores of one measure, pooled. TypeError where they are not of one kind."""
    match first, second:
        case Share(), Share():
            return first + second
        case Rates(), Rates():
            return first + second
        case Faults(), Faults():
            return first + second
        case Confusion(), Confusion():
            return first + second
        case Coreference(), Coreference():
            return first + second
        case _:
            raise TypeError(f"a {type(first).__name__} and a {type(second).__name__} are not of one measure")
