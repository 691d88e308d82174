"""Ctrl-C: once to finish what is at hand and leave, twice to leave at once."""

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator
from types import FrameType


@contextlib.contextmanager
def stop_on_interrupt(on_first: Callable[[], None] | None = None) -> Iterator[Callable[[], bool]]:
    """A `should_stop` for `add`, true after the first Ctrl-C; the second raises KeyboardInterrupt.

    `on_first` is called at the first one, to tell the user. Outside the main thread signals do not arrive,
    and nothing is changed.
    """
    stopping = False

    def interrupted(_number: int, _frame: FrameType | None) -> None:
        nonlocal stopping
        if stopping:
            raise KeyboardInterrupt
        stopping = True
        if on_first:
            on_first()

    if threading.current_thread() is not threading.main_thread():
        yield lambda: False
        return
    previous = signal.signal(signal.SIGINT, interrupted)
    try:
        yield lambda: stopping
    finally:
        signal.signal(signal.SIGINT, previous)
