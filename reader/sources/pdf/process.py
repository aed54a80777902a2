"""The parent's side of the worker: started when first needed, one request at a time, ended with the program."""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Generator
from typing import Any, BinaryIO, Final, cast

from reader.sources.pdf.worker import read_message, write_message

SECONDS_A_PAGE: Final = 60.0
"""How long the worker may be silent; a dense broadsheet page takes less than one second."""

_SECONDS_TO_DRAIN: Final = 0.02

_LARGEST_ANSWER: Final = 256 * 2**20
"""Bytes; a page of 20,000 characters is one megabyte."""

_MOST_WAITING: Final = 2
"""Pages that may wait to be taken: the worker reads ahead while a page is set, and fills no memory."""

_SECONDS_TO_END: Final = 2.0

_START: Final = (
    "import sys, json; sys.path[:] = json.loads(sys.argv[1]); from reader.sources.pdf.worker import main; main()"
)
"""The worker finds the program where this process did, and never in the folder in which it happens to be started."""


class WorkerFailedError(Exception):
    """The worker ended or fell silent in the middle of a request."""

    def __init__(self, *, silent: bool) -> None:
        """Say which.

        Args:
            silent: Whether it was stopped because it took too long; otherwise it ended by itself.
        """
        self.silent = silent
        super().__init__("silent" if silent else "ended")


class Worker:
    """One worker process."""

    def __init__(self) -> None:
        """Start it."""
        self.owner = os.getpid()
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-c", _START, json.dumps([os.path.abspath(place) for place in sys.path])],  # noqa: PTH100
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # No console window flashes up on Windows.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._answers: queue.Queue[bytes | None] = queue.Queue(_MOST_WAITING)
        self._listener = threading.Thread(target=self._listen, name="pdf-worker", daemon=True)
        self._listener.start()

    @property
    def is_alive(self) -> bool:
        """Whether it can take a request."""
        return self._process.poll() is None

    def ask(self, request: dict[str, Any], data: bytes, seconds: float) -> Generator[dict[str, Any], None, None]:
        """The answers to one request, as they come.

        Args:
            request: Which pages.
            data: The file.
            seconds: How long to wait for each answer.

        Raises:
            WorkerFailedError: It ended, or said nothing for so long and was stopped.
        """
        sender = threading.Thread(target=self._send, args=(request, data), daemon=True)
        sender.start()
        complete = False
        try:
            while not complete:
                try:
                    message = self._answers.get(timeout=seconds)
                except queue.Empty:
                    raise WorkerFailedError(silent=True) from None
                if message is None:
                    raise WorkerFailedError(silent=False)
                answer = json.loads(message)
                complete = "end" in answer or "error" in answer
                yield answer
        finally:
            if not complete:
                # Half an answer is still on its way: this worker cannot be asked again.
                self.stop()
            sender.join()

    def stop(self) -> None:
        """End it now and leave nothing behind."""
        self._process.kill()
        self._end()

    def close(self) -> None:
        """Let it end by itself, and see that it does."""
        with contextlib.suppress(OSError):
            cast(BinaryIO, self._process.stdin).close()
        try:
            self._process.wait(_SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            self._process.kill()
        self._end()

    def _end(self) -> None:
        self._process.wait()
        while self._listener.is_alive():
            # It may wait for room for a page that nobody wants any more.
            with contextlib.suppress(queue.Empty):
                self._answers.get(timeout=_SECONDS_TO_DRAIN)
        for stream in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                cast(BinaryIO, stream).close()

    def _send(self, request: dict[str, Any], data: bytes) -> None:
        # The worker may end in the middle of it; the listener notices.
        with contextlib.suppress(OSError, ValueError):
            stream = cast(BinaryIO, self._process.stdin)
            write_message(stream, json.dumps(request).encode("ascii"))
            write_message(stream, data)

    def _listen(self) -> None:
        stream = cast(BinaryIO, self._process.stdout)
        message: bytes | None = b""
        while message is not None:
            try:
                message = read_message(stream, _LARGEST_ANSWER)
            except (OSError, ValueError):
                message = None
            self._answers.put(message)


_LOCK: Final = threading.Lock()
_worker: Worker | None = None


def ask_worker(
    data: bytes, first: int, last: int | None, *, seconds: float = SECONDS_A_PAGE
) -> Generator[dict[str, Any], None, None]:
    """The worker's answers about a PDF, page by page as they are ready.

    Args:
        data: The file.
        first: 1-based number of the first page wanted.
        last: The last one; None for all.
        seconds: How long the worker may think about one page.

    Raises:
        WorkerFailedError: It ended or fell silent; the pages before came out whole.
    """
    global _worker
    with _LOCK:
        if _worker is not None and (_worker.owner != os.getpid() or not _worker.is_alive):
            if _worker.owner == os.getpid():
                _worker.close()
            # A forked child leaves its parent's worker to the parent.
            _worker = None
        if _worker is None:
            try:
                _worker = Worker()
            except OSError as error:
                raise WorkerFailedError(silent=False) from error
        yield from _worker.ask({"first": first, "last": last}, data, seconds)


def close_worker() -> None:
    """End the worker, if there is one; the next PDF starts another."""
    global _worker
    worker, _worker = _worker, None
    if worker is not None and worker.owner == os.getpid():
        worker.close()


atexit.register(close_worker)
