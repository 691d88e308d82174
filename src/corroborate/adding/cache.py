"""Readings that were just used, so that a story's documents are not unpacked for every new one."""

from collections import OrderedDict

from sqlalchemy import Connection

from corroborate.model.grounded import GroundedReading
from corroborate.store import load_reading

# Code points of text: about 250 articles, some 50 MB with all that was found in them.
TEXT_LIMIT = 1_000_000


class ReadingCache:
    """The readings used last, up to a limit of their texts' lengths. One that was read again is put anew."""

    def __init__(self, text_limit: int = TEXT_LIMIT) -> None:
        self._readings: OrderedDict[str, GroundedReading] = OrderedDict()
        self._room = text_limit

    def get(self, connection: Connection, document_id: str) -> GroundedReading:
        """The reading of a stored document."""
        if document_id not in self._readings:
            self.put(load_reading(connection, document_id))
        self._readings.move_to_end(document_id)
        return self._readings[document_id]

    def put(self, reading: GroundedReading) -> None:
        """Keep a reading, and let go of those not used for longest; the newest always stays."""
        last = self._readings.pop(reading.document.id, None)
        self._room += len(last.document.text) if last is not None else 0
        self._readings[reading.document.id] = reading
        self._room -= len(reading.document.text)
        while self._room < 0 and len(self._readings) > 1:
            _, oldest = self._readings.popitem(last=False)
            self._room += len(oldest.document.text)

    def held(self) -> tuple[GroundedReading, ...]:
        """The readings in memory, the one used last at the end."""
        return tuple(self._readings.values())
