"""Work on all cores: order, laziness, and what goes wrong."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing import active_children
from operator import neg
from pathlib import Path

import pytest

from reader.cli import workers
from reader.cli.workers import run_in_order
from reader.errors import ReaderError
from reader.languages import Language, say, set_language


def sleep_less_and_less(number: int) -> int:
    """Ends the later the earlier it is begun."""
    time.sleep(0.05 if number % 2 else 0)
    return -number


def get_process(number: int) -> tuple[int, int]:
    """Where the work is done."""
    return number, os.getpid()


def sleep_long(number: int) -> int:
    """Takes longer than anybody waits, but for the first piece of work."""
    time.sleep(600 if number else 0)
    return number


def say_page(number: int) -> str:
    """A message, in the language that is spoken there."""
    return say("Page {label}", label=number)


def tell_process(folder: Path) -> None:
    """Says which process it is, and does not come to an end."""
    (folder / str(os.getpid())).touch()
    time.sleep(600)


def die(number: int) -> int:
    """Ends its process, as the system does when memory is short."""
    os._exit(number)


def test_small_work_stays_here() -> None:
    assert list(run_in_order(get_process, range(3), workers=2)) == [(number, os.getpid()) for number in range(3)]


def test_much_work_is_shared_out_and_keeps_its_order() -> None:
    assert list(run_in_order(sleep_less_and_less, range(12), patience=0, workers=2)) == list(map(neg, range(12)))


def test_some_work_has_to_be_done_here() -> None:
    done = dict(run_in_order(get_process, range(6), here=lambda number: number == 4, patience=0, workers=2))
    assert [number for number, process in done.items() if process == os.getpid()] == [4]


def test_work_is_taken_a_few_pieces_ahead() -> None:
    taken = []

    def give() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    results = run_in_order(neg, give(), patience=0, workers=2)
    assert next(results) == 0
    results.close()
    assert len(taken) < 20


def test_one_core_needs_no_process() -> None:
    assert {process for _, process in run_in_order(get_process, range(3), patience=0, workers=1)} == {os.getpid()}


def test_nothing_goes_on_when_nobody_waits_any_more() -> None:
    results = run_in_order(sleep_long, range(9), patience=0, workers=2)
    assert next(results) == 0
    results.close()
    # The pool's own thread may be the one that is told of an end, a moment before this one knows.
    patience = time.monotonic() + 60
    while active_children() and time.monotonic() < patience:
        time.sleep(0.01)
    assert active_children() == []


def test_a_process_that_dies_is_told() -> None:
    with pytest.raises(ReaderError, match="ended unexpectedly"):
        list(run_in_order(die, [1, 1], patience=0, workers=2))


@pytest.mark.skipif(sys.platform == "win32", reason="processes are told apart by signals")
def test_the_others_end_with_one_that_is_killed(tmp_path: Path) -> None:
    program = (
        "from pathlib import Path; from reader.cli.workers import run_in_order;"
        "from tests.cli.test_workers import tell_process;"
        f"list(run_in_order(tell_process, [Path({str(tmp_path)!r})] * 4, patience=0, workers=2))"
    )
    with subprocess.Popen([sys.executable, "-c", program], cwd=Path(__file__).parents[2]) as process:
        wait_until(lambda: len(list(tmp_path.iterdir())) == 2)
        process.kill()
    wait_until(lambda: not any(is_alive(int(path.name)) for path in tmp_path.iterdir()))


def wait_until(is_so: Callable[[], bool]) -> None:
    while not is_so():
        time.sleep(0.02)


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_system_without_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_start", lambda count: None)
    assert list(run_in_order(neg, range(3), patience=0, workers=2)) == [0, -1, -2]


def test_a_search_in_processes_is_the_same(tmp_path: Path) -> None:
    from functools import partial

    from reader.cli.finding import Request, search_issue
    from reader.search import Mode, parse_query

    for number in range(6):
        text = f"青禾镇新桥通车\n\n本报讯 昨日，第{number}座新桥通车。\n"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    paths = [*(str(tmp_path / f"{number}.txt") for number in range(6)), str(tmp_path / "none")]
    request = Request(parse_query("新橋 -渡船", Mode.FOLDED), 5)
    there, here = (
        list(run_in_order(partial(search_issue, request), paths, patience=patience, workers=2)) for patience in (0, 60)
    )
    assert there == here
    assert [searched.count for searched in here] == [2] * 6 + [0]
    assert here[-1].error


def test_workers_speak_the_same_language() -> None:
    set_language(Language.SIMPLIFIED)
    assert list(run_in_order(say_page, range(3), patience=0, workers=2)) == ["第0版", "第1版", "第2版"]
