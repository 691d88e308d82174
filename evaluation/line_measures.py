"""What is measured of the rules of merging by themselves, on gold's own answers."""

from evaluation.compared import Compared, Measure
from evaluation.gold_lines import counted
from evaluation.score import Faults, Share


def lines_of_gold_right(both: Compared) -> Share:
    """Gold's own answers on which two claims or more stand, with gold's claims, actors and parties: the program's
    rules of merging give exactly gold's number of lines.
    """
    found = [(one, lines) for one, _, lines in counted(both.gold) if len(one.claims) > 1]
    return Share(sum(lines.independent == one.independent_lines for one, lines in found), len(found))


def lines_of_gold_too_many(both: Compared) -> Faults:
    """Gold's own answers of one line for which the program's rules of merging give two or more."""
    found = [lines for one, _, lines in counted(both.gold) if one.independent_lines == 1]
    return Faults(sum(lines.independent > 1 for lines in found), len(found))


LINE_MEASURES = (
    Measure("gold's answers: lines exactly right", lines_of_gold_right),
    Measure("gold's answers of one line given two", lines_of_gold_too_many),
)
