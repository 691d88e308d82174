import dataclasses
import json
import random
import stat
from pathlib import Path

import pytest

from corroborate.export import json as ledger_json
from corroborate.export.check import check_ledger
from corroborate.export.json import contract_json, write_atomically
from corroborate.model.codec import decode
from corroborate.model.ledger import Ledger

EXAMPLE = Path(__file__).parent.parent / "contracts" / "example" / "ledger.json"


@pytest.fixture
def example() -> Ledger:
    return decode(EXAMPLE.read_bytes(), Ledger)


def test_an_export_of_the_worked_example_keeps_every_rule(example: Ledger) -> None:
    assert check_ledger(json.loads(contract_json(example, generated="test"))) == ()


def test_the_order_of_records_changes_no_byte(example: Ledger) -> None:
    shuffled = random.Random(7)  # noqa: S311 - an order, no secret
    mixed = dataclasses.replace(
        example,
        documents=tuple(shuffled.sample(example.documents, len(example.documents))),
        actors=tuple(shuffled.sample(example.actors, len(example.actors))),
        claims=tuple(shuffled.sample(example.claims, len(example.claims))),
        events=tuple(
            dataclasses.replace(event, facets=dict(reversed(event.facets.items())), mentions=event.mentions[::-1])
            for event in example.events[::-1]
        ),
    )
    assert contract_json(mixed, generated="test") == contract_json(example, generated="test")


def test_a_chain_and_the_places_of_an_event_keep_their_order(example: Ledger) -> None:
    raw = json.loads(contract_json(example, generated="test"))
    market = next(event for event in raw["events"] if event["id"] == "event-market")
    bombs = next(claim for claim in raw["claims"] if claim["id"] == "claim-one-bombs")
    assert market["places"] == ["place-lemde", "place-harvat", "place-kestria"]
    assert [link["role"] for link in bombs["chain"]] == ["origin", "channel", "agency", "outlet"]


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_atomically(target, b"new")
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [target]


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "out.json"
    target.write_bytes(b"old")
    monkeypatch.setattr(ledger_json.os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_atomically(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
