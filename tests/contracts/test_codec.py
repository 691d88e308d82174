import json
from pathlib import Path

from corroborate.model.codec import decode, write_contract
from corroborate.model.ledger import Ledger

EXAMPLE = Path(__file__).parent / "example" / "ledger.json"


def test_the_worked_example_loads_into_the_records_and_comes_out_equal() -> None:
    raw = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    assert json.loads(write_contract(decode(json.dumps(raw), Ledger))) == raw
