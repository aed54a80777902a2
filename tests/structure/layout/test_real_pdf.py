"""Two real issues with the Markdown that they were set from; none of their words stand here."""

from __future__ import annotations

import html
import re
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from reader.library import open_issue
from reader.model import Article, Issue, PartKind

pytest.importorskip("pypdfium2")

_PAGES = Path(__file__).parents[4] / "shared" / "pages" / "pdf"
_ISSUES = ("nanna-2024-10-16", "nanna-2024-11-23")


@pytest.fixture(scope="module", params=_ISSUES)
def issue_and_truth(request: pytest.FixtureRequest) -> tuple[Issue, dict[str, str]]:
    pdf = _PAGES / f"{request.param}.pdf"
    if not pdf.is_file():
        pytest.skip("the real pages are not here")
    return open_issue(pdf), _read_markdown(pdf.with_suffix(".md").read_text(encoding="utf-8"))


def _read_markdown(text: str) -> dict[str, str]:
    """Headline to text of each article: what stands under a heading of the second level."""
    # Pictures in the text, the contents at its head, and rules are none of the print.
    text = re.sub(r"<figure>.*?</figure>", "", text, flags=re.DOTALL)
    articles: dict[str, str] = {}
    headline = None
    for line in text.splitlines():
        if found := re.fullmatch(r"## (.+)", line):
            headline = found[1].replace("\\", "")
            articles[headline] = ""
        elif re.match(r"# ", line):
            headline = None
        elif headline is not None and not re.fullmatch(r"[-|:\s]+", line):
            articles[headline] += _strip_marks(line)
    return articles


def _strip_marks(line: str) -> str:
    line = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", line)
    line = re.sub(r"<(https?:[^>]*)>", r"\1", line)
    line = html.unescape(re.sub(r"^#+ ", "", line))
    return re.sub(r"[|*\\\s]", "", line)


def _fold(text: str) -> str:
    """Without white space and the marks that Markdown and print write differently."""
    text = re.sub(r"[\s\"“”‘’'…⸺—.-]", "", text)
    return text.replace("．", "").casefold()


def _headline(article: Article) -> str:
    text = "".join(part.text for part in article.of_kind(PartKind.HEADLINE))
    # The setting numbers its sections; the Markdown does not.
    return _fold(re.sub(r"^\d+(\.\d+)?\s*", "", text))


def _body(article: Article) -> str:
    numbered = re.compile(r"^\d+\.\d+\s*")
    return _fold("".join(numbered.sub("", p.text) if p.kind is PartKind.CROSSHEAD else p.text for p in article.body))


def test_every_article_has_its_headline(issue_and_truth: tuple[Issue, dict[str, str]]) -> None:
    issue, truth = issue_and_truth
    found = [_headline(article) for article in issue.articles]
    hits = [
        headline
        for headline in truth
        if any(SequenceMatcher(None, _fold(headline), other).ratio() >= 0.95 for other in found)
    ]
    assert len(hits) >= 0.95 * len(truth), set(truth) - set(hits)


def test_characters_stand_in_their_articles(issue_and_truth: tuple[Issue, dict[str, str]]) -> None:
    issue, truth = issue_and_truth
    bodies = {_headline(article): _body(article) for article in issue.articles}
    right = total = 0
    for headline, text in truth.items():
        wanted = Counter(_fold(text))
        got = Counter(bodies.get(_fold(headline), ""))
        total += wanted.total()
        right += (wanted & got).total()
        print(headline[:10], wanted.total(), got.total(), (wanted - got), (got - wanted))
    assert right >= 0.995 * total, (right, total)


def test_no_article_has_words_of_another(issue_and_truth: tuple[Issue, dict[str, str]]) -> None:
    issue, truth = issue_and_truth
    bodies = {_headline(article): _body(article) for article in issue.articles}
    added = sum(
        (Counter(bodies.get(_fold(headline), "")) - Counter(_fold(text))).total() for headline, text in truth.items()
    )
    assert added <= 0.02 * sum(len(_fold(text)) for text in truth.values())
