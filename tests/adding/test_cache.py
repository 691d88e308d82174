from pathlib import Path

from corroborate.adding.cache import ReadingCache
from corroborate.store import insert_document, open_store
from corroborate.testing.readings import synthetic_readings


def test_the_cache_lets_go_of_readings_beyond_its_limit(tmp_path: Path) -> None:
    readings = tuple(synthetic_readings(20))
    length = len(readings[0].document.text)
    cache = ReadingCache(text_limit=5 * length)
    with open_store(tmp_path / "ledger.db") as store, store.transaction() as connection:
        for reading in readings:
            insert_document(connection, reading, keys=(), versions="", name=reading.document.name)
        for reading in readings * 2:
            assert cache.get(connection, reading.document.id) == reading
    assert sum(len(reading.document.text) for reading in cache.held()) <= 5 * length


def test_a_reading_longer_than_the_limit_is_held_until_the_next(tmp_path: Path) -> None:
    first, second = synthetic_readings(2)
    cache = ReadingCache(text_limit=1)
    cache.put(first)
    assert cache.held() == (first,)
    cache.put(second)
    assert cache.held() == (second,)
