"""S1 of the catalogue: a changed byte or a cut file is named as damage, or does no harm: no traceback, no loss."""

import random
from pathlib import Path

import pytest

from corroborate.adding import add, export_ledger
from corroborate.model.codec import write_contract
from corroborate.store import LedgerError, open_store
from corroborate.testing.synthetic import synthetic_inputs, synthetic_work, unreadable_input

INPUTS = synthetic_inputs(14)
WORK = synthetic_work(INPUTS)
HELD = [*INPUTS[:10], unreadable_input("broken.txt")]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("sound") / "ledger.db"
    with open_store(path) as store:
        add(store, HELD, WORK)
    return path.read_bytes()


def _read(path: Path) -> bytes | None:
    """What an export of the file gives; None where it is said to be no good."""
    try:
        return write_contract(export_ledger(path, WORK))
    except LedgerError as error:
        assert str(path) in str(error)  # the message names the file
        return None


def _grow(path: Path) -> bytes | None:
    """What an export gives after another addition; None where the file is said to be no good on the way."""
    try:
        with open_store(path) as store:
            add(store, INPUTS[10:], WORK)
    except LedgerError as error:
        assert str(path) in str(error)
        return None
    return _read(path)


def _expected(sound: bytes, folder: Path) -> tuple[bytes | None, bytes | None]:
    path = folder / "sound.db"
    path.write_bytes(sound)
    return _read(path), _grow(path)


def _flip_bytes(sound: bytes, folder: Path, positions: range) -> tuple[int, int]:
    """Flip one byte at a time; how often that was noticed by reading and by adding. Fails where it did harm unseen."""
    whole, grown = _expected(sound, folder)
    chance = random.Random(positions.start)  # noqa: S311 - the same flips in every run
    noticed_reading = noticed_adding = 0
    for number in positions:
        place, mask = chance.randrange(len(sound)), chance.randrange(1, 256)
        damaged = bytearray(sound)
        damaged[place] ^= mask
        for act, expected in ((_read, whole), (_grow, grown)):
            path = folder / f"{number}-{act.__name__}.db"
            path.write_bytes(damaged)
            found = act(path)
            assert found in (None, expected), f"{act.__name__} with byte {place} changed by {mask}"
            noticed_reading += found is None and act is _read
            noticed_adding += found is None and act is _grow
            path.unlink()
    return noticed_reading, noticed_adding


def test_forty_flipped_bytes_are_noticed_or_harmless(sound: bytes, tmp_path: Path) -> None:
    noticed_reading, noticed_adding = _flip_bytes(sound, tmp_path, range(40))
    assert noticed_reading > 4  # else the flips have tested nothing
    assert noticed_adding > 4


@pytest.mark.slow
def test_five_hundred_flipped_bytes_are_noticed_or_harmless(sound: bytes, tmp_path: Path) -> None:
    noticed_reading, _ = _flip_bytes(sound, tmp_path, range(1000, 1500))
    assert noticed_reading > 100


def test_every_byte_of_the_header_is_noticed_or_harmless(sound: bytes, tmp_path: Path) -> None:
    whole, _ = _expected(sound, tmp_path)
    path = tmp_path / "header.db"
    for place in range(100):
        path.write_bytes(sound[:place] + bytes([sound[place] ^ 0x41]) + sound[place + 1 :])
        assert _read(path) in (None, whole), f"byte {place} of the header"
        for log in tmp_path.glob("header.db-*"):
            log.unlink()


@pytest.mark.parametrize("word", [b"CREATE TABLE story", b"CREATE TABLE document_name", b"harrow-courier-0-0.txt"])
def test_text_that_is_no_utf8_any_more_is_damage(sound: bytes, tmp_path: Path, word: bytes) -> None:
    path = tmp_path / "ledger.db"
    assert word in sound
    path.write_bytes(sound.replace(word, word[:-1] + b"\x82"))
    assert _read(path) is None
    path.write_bytes(sound.replace(word, b"\x82" + word[1:]))
    assert _read(path) is None


@pytest.mark.parametrize("part", range(50))
def test_a_cut_file_is_named_as_damaged(sound: bytes, tmp_path: Path, part: int) -> None:
    path = tmp_path / "cut.db"
    path.write_bytes(sound[: len(sound) * part // 50])
    assert _read(path) is None


def test_the_message_says_what_to_do(sound: bytes, tmp_path: Path) -> None:
    path = tmp_path / "cut.db"
    path.write_bytes(sound[: len(sound) // 2])
    with pytest.raises(LedgerError, match=r"damaged .* Restore it from a copy, or add the articles again"):
        export_ledger(path, WORK)
