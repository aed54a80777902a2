"""--pages: some of an issue's pages, of a PDF and of a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import PAGE, Run

SAMPLE = Path(__file__).parents[2] / "sample_issues" / "lanxi" / "issue.pdf"


@pytest.mark.parametrize("command", [[], ["list"], ["show"]])
def test_only_the_pages_that_are_named(run: Run, command: list[str]) -> None:
    pytest.importorskip("pypdfium2")
    result = run(*command, SAMPLE, "--pages", "2")
    assert result.code == 0
    assert "渡口的灯" in result.out
    assert "荷塘边的早读课" not in result.out


def test_pages_of_a_folder(run: Run, tmp_path: Path) -> None:
    for number in (1, 2, 3):
        text = PAGE.replace("青禾镇新桥通车", f"青禾镇第{number}座新桥通车")
        (tmp_path / f"0{number}.txt").write_text(text, encoding="utf-8")
    result = run("list", tmp_path, "--pages", "2-")
    assert "第1座" not in result.out
    assert "第2座" in result.out
    assert "第3座" in result.out


@pytest.mark.parametrize(("pages", "sentence"), [("x", "names no pages"), ("9", "the pages wanted are not in it")])
def test_pages_that_are_none(run: Run, pages: str, sentence: str) -> None:
    pytest.importorskip("pypdfium2")
    result = run("list", SAMPLE, "--pages", pages)
    assert result.code != 0
    assert sentence in result.err
    assert result.err.count("\n") == 1
