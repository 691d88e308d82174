"""The parent's side of the parsing process: started when first needed, replaced when it dies or hangs."""

import atexit
import contextlib
import os
import subprocess
import sys
import threading
from functools import lru_cache
from typing import Literal

import msgspec

from corroborate.ingest.html_worker import Answer, Request, read_message, write_message
from corroborate.ingest.limits import DEFAULT_LIMITS, Limits

Failure = Literal["parser-crashed", "parser-timeout"]
# A fresh process now and then, so that what the C libraries leak stays small.
PAGES_PER_PROCESS = 2000


class HtmlWorker:
    """Parses pages in a process of its own. One caller at a time; close it, or use it in a `with`."""

    def __init__(self, limits: Limits = DEFAULT_LIMITS) -> None:
        self.limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._pages = 0

    def __enter__(self) -> "HtmlWorker":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def parse(self, markup: str) -> tuple[Answer | None, Answer | None, Failure | None]:
        """The two answers for a page, None from where the process died or ran out of time, and which it was."""
        request = Request(markup, self.limits.tag_attributes, self.limits.tree_depth)
        with self._lock:
            process = self._running()
            late = threading.Event()
            timer = threading.Timer(self.limits.html_seconds, _kill_late, (process, late))
            timer.start()
            try:
                first, second = _converse(process, request)
            finally:
                timer.cancel()
            if second is None:
                self.close()
                return first, None, "parser-timeout" if late.is_set() else "parser-crashed"
            return first, second, None

    def close(self) -> None:
        """Ends the process, if one runs."""
        process, self._process, self._pages = self._process, None, 0
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):  # what was not yet sent goes with the process
                if pipe is not None:
                    pipe.close()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._pages >= PAGES_PER_PROCESS or (self._process is not None and self._process.poll() is not None):
            self.close()
        self._pages += 1
        if self._process is None:
            # -P: a file of the user's folder must not stand in for a library module.
            command = [sys.executable, "-P", "-m", "corroborate.ingest.html_worker", str(self.limits.html_memory_bytes)]
            pipe = subprocess.PIPE
            self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)  # noqa: S603
        return self._process


def shared_worker(limits: Limits) -> HtmlWorker:
    """This process's own worker for these limits, closed when the program ends."""
    return _worker_of(os.getpid(), limits)  # a fork must not talk through its parent's pipes


@lru_cache(maxsize=4)
def _worker_of(_pid: int, limits: Limits) -> HtmlWorker:
    worker = HtmlWorker(limits)
    atexit.register(worker.close)
    return worker


def _converse(process: subprocess.Popen[bytes], request: Request) -> tuple[Answer | None, Answer | None]:
    if process.stdin is None or process.stdout is None:
        return None, None
    try:
        write_message(process.stdin, request)
    except OSError:
        return None, None
    answers: list[Answer] = []
    while len(answers) < 2:
        data = read_message(process.stdout)
        answer = msgspec.json.decode(data, type=Answer) if data else None
        if answer is None or answer.error is not None:
            break
        answers.append(answer)
    first, second = [*answers, None, None][:2]
    return first, second


def _kill_late(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()
