"""The benchmark of structure prints its tables, and one page with its truth."""

from __future__ import annotations

import pytest

from benchmarks.structure import SETS, main


def test_sets_share_no_seed() -> None:
    assert not set(SETS["tune"]) & set(SETS["report"])


def test_tables(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--set", "tune", "--pages", "3", "--worst", "1"])
    printed = capsys.readouterr().out
    for title in ("by genre", "by manner: articles", "by manner: pages", "by region: pages", "CPU", "seed "):
        assert title in printed


def test_show(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--show", "7"])
    printed = capsys.readouterr().out
    assert printed.startswith("seed 7, ")
    assert "── truth (-) and answer (+)" in printed
    assert "lost 0, added 0" in printed
