import sys
from io import StringIO

import pytest

from reader.cli.progress import Progress


class Terminal(StringIO):
    """A stream at which somebody looks."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time, to be set."""
    now = [0.0]
    monkeypatch.setattr("reader.cli.progress.time.monotonic", lambda: now[0])
    return now


def test_a_line_that_comes_late_and_goes_away(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", stream := Terminal())
    line = Progress()
    line.show(1, 0)
    line.clear()
    assert stream.getvalue() == ""
    clock[0] = 2.0
    line.show(20, 3)
    line.show(21, 3)
    assert stream.getvalue().count("\r") == 1
    assert "20 issues searched, 3 hits" in stream.getvalue()
    line.clear()
    line.clear()
    assert stream.getvalue().endswith("hits\r\x1b[K")


def test_nothing_for_a_file(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", stream := StringIO())
    line = Progress()
    clock[0] = 2.0
    line.show(1, 1)
    line.clear()
    assert stream.getvalue() == ""
