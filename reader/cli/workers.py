"""Many small pieces of work on all cores, their results in the order of the work."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain
from typing import Final, TypeVar

from reader.errors import ReaderError
from reader.languages import say

PATIENCE: Final = 1.0
"""Seconds of work in this process before others are started: what takes less is over before they would begin."""

_WAITING: Final = 4
"""Results a worker that may wait to be taken; more would only fill the memory."""
_MOST_WORKERS: Final = 61
"""What Windows can wait for at once."""

Work = TypeVar("Work")
Result = TypeVar("Result")


def run_in_order(
    function: Callable[[Work], Result],
    works: Iterable[Work],
    *,
    here: Callable[[Work], bool] = lambda work: False,
    patience: float = PATIENCE,
    workers: int | None = None,
) -> Generator[Result, None, None]:
    """The results of a function, in order, using all cores where that is worth it.

    Args:
        function: What to do; a function of a module, or a `partial` of one.
        works: Taken one by one, only a few ahead of the results.
        here: Which work has to be done in this process.
        patience: Seconds before other processes are started.
        workers: How many; as many as this process may use by default.

    Raises:
        ReaderError: If a worker process died.
    """
    workers = min(workers or _count_cores(), _MOST_WORKERS)
    waiting = iter(works)
    end = time.monotonic() + patience
    for work in waiting:
        if workers > 1 and time.monotonic() >= end:
            pool = _start(workers)
            if pool is not None:
                yield from _run_in_pool(pool, workers, function, chain([work], waiting), here)
                return
            workers = 1
        yield function(work)


def _run_in_pool(
    pool: ProcessPoolExecutor,
    workers: int,
    function: Callable[[Work], Result],
    works: Iterator[Work],
    here: Callable[[Work], bool],
) -> Iterator[Result]:
    ahead: deque[tuple[Work, Future[Result] | None]] = deque()
    try:
        while True:
            while len(ahead) < workers * _WAITING and (fresh := list(_take(works))):
                ahead.append((fresh[0], None if here(fresh[0]) else pool.submit(function, fresh[0])))
            if not ahead:
                return
            work, future = ahead.popleft()
            yield function(work) if future is None else future.result()
    except BrokenProcessPool as error:
        raise ReaderError(say("a worker process ended unexpectedly: memory may be short")) from error
    finally:
        _stop(pool)


def _take(works: Iterator[Work]) -> Iterator[Work]:
    """The next piece of work, if there is one."""
    for work in works:
        yield work
        return


def _start(workers: int) -> ProcessPoolExecutor | None:
    """The pool of workers; None on systems that have no way for processes to talk."""
    try:
        # Imported here: some systems have no semaphores, and say so at import.
        from multiprocessing import get_context

        return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin_worker)
    except (ImportError, NotImplementedError, OSError):
        return None


def _stop(pool: ProcessPoolExecutor) -> None:
    """End the workers at once, whatever they are at: they only read, and Ctrl+C must not wait for them."""
    # `terminate_workers` does this from Python 3.14 on.
    processes = list((pool._processes or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.terminate()


def _begin_worker() -> None:
    """Leave Ctrl+C to the process that started this one, which ends the others, and end with it where it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    # The workers hold each other's queue open: without this they would wait for ever.
    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(1)


def _count_cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
