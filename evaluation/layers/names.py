"""The set `names`: pairs of names, one and the same or not."""

from collections.abc import Sequence

from corroborate.names.likeness import body_likeness, person_likeness
from corroborate.names.tables import NameTables, load_name_tables
from corroborate.pipeline import read_data
from evaluation.layers.measures import Measured
from evaluation.layers.plain import Plain
from evaluation.score import Rates, rates


def measured_names(rows: Sequence[Plain]) -> tuple[Measured, ...]:
    """The scores on all pairs, and on those that must be right."""
    strong = [row for row in rows if row["quality"] == "STRONG"]
    return (
        Measured("names", "same name", pairs_found(rows), pairs_found.__doc__ or ""),
        Measured("names", "same name, strong", pairs_found(strong), "The same, of the pairs that are no borderline."),
    )


def pairs_found(rows: Sequence[Plain]) -> Rates:
    """Pairs that are one name, among the pairs that the program takes for one."""
    tables = load_name_tables(read_data)
    ours = [taken_for_one(row, tables) for row in rows]
    gold = [bool(row["match"]) for row in rows]
    return rates(sum(one and other for one, other in zip(ours, gold, strict=True)), ours=sum(ours), gold=sum(gold))


def taken_for_one(row: Plain, tables: NameTables) -> bool:
    """Whether the program takes a pair for one name: a person's, or that of a body or a thing."""
    likeness = person_likeness if row["schema"] == "Person" else body_likeness
    return likeness(row["name1"], row["name2"], tables).same
