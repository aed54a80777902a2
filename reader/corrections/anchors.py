"""Finding printed lines by their words, also after another extraction has changed them a little."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from reader.corrections.values import Anchor
from reader.hanzi.fold import fold
from reader.model import Page, TextLine

FEWEST: Final = 8
"""Characters of an anchor at least: shorter openings, such as 本报讯, are on every page."""
MOST: Final = 16
"""Characters of an anchor at most: about a column's line, which a person still reads at a glance."""
NEIGHBOUR: Final = 8
"""Characters of the line before, where the words alone do not tell which line is meant."""

LEAST_LIKENESS: Final = 0.75
"""Least ratio of equal characters: a wrong one in four; two lines of Chinese that differ share less than half."""
LEAST_LEAD: Final = 0.1
"""How much more alike the likest line must be than the next one."""
FEWEST_ALIKE: Final = 4
"""Characters below which likeness means nothing."""
LEAST_NEIGHBOURLY: Final = 0.6
"""Least likeness of the line before: less than of the line itself, for it only tells between lines that are alike."""


@dataclass(frozen=True, slots=True)
class FoundLine:
    """A line that an anchor stands for."""

    page: Page
    index: int
    """Index into the page's lines that are not blank."""
    line: TextLine
    exact: bool
    """Whether it begins with just these words."""


@dataclass(frozen=True, slots=True)
class _Folded:
    """A page with its lines as they are compared: folded, without white space."""

    page: Page
    lines: tuple[TextLine, ...]
    texts: tuple[str, ...]


class LineFinder:
    """Finds the lines of an issue's pages by their words; folds every page once, when it is first asked for."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = tuple(pages)
        self._folded: dict[str, _Folded] = {}

    def find(self, anchor: Anchor) -> FoundLine | None:
        """The line that an anchor stands for; None where no line, or no one line, fits."""
        words = _compact(anchor.words)
        if not words:
            return None
        page = find_page(self._pages, anchor.page)
        if page is None:
            # Another extraction may number the pages otherwise; then only the very words count.
            found = [line for page in self._pages if (line := self._find_exact(self._fold(page), words, anchor))]
            return found[0] if len(found) == 1 else None
        folded = self._fold(page)
        return (
            self._find_exact(folded, words, anchor)
            or self._find_alike(folded, words, anchor)
            or self._find_within(folded, words)
        )

    def find_lines(self, page: Page) -> tuple[TextLine, ...]:
        """The lines of a page that are not blank: those that `FoundLine.index` counts."""
        return self._fold(page).lines

    def make_anchor(self, page: Page, number: int) -> Anchor | None:
        """The anchor of a line; `find` finds that line.

        Args:
            page: One of the issue's pages.
            number: `TextLine.number`.

        Returns:
            The anchor, with as few words as tell the line; None where that line is blank or not there.
        """
        folded = self._fold(page)
        index = next((at for at, line in enumerate(folded.lines) if line.number == number), None)
        if index is None:
            return None
        label = page.label if page.label and find_page(self._pages, page.label) is page else page.id
        own = folded.texts[index]
        length = next((n for n in range(FEWEST, MOST) if self._is_only(folded, own[:n])), MOST)
        words = own[:length]
        others = [at for at, text in enumerate(folded.texts) if text.startswith(words)]
        rivals = len(words) < FEWEST or len(list(islice(_score_lines(folded.texts, words), 2))) > 1
        below = _take(folded.lines[index - 1].text, NEIGHBOUR) if index and rivals else ""
        return Anchor(label, _take(folded.lines[index].text, length), others.index(index) + 1, below)

    @staticmethod
    def _is_only(folded: _Folded, words: str) -> bool:
        return sum(text.startswith(words) for text in folded.texts) == 1

    def _fold(self, page: Page) -> _Folded:
        if page.id not in self._folded:
            lines = tuple(line for line in page.lines if line.text.strip())
            self._folded[page.id] = _Folded(page, lines, tuple(_compact(line.text) for line in lines))
        return self._folded[page.id]

    @staticmethod
    def _find_exact(folded: _Folded, words: str, anchor: Anchor) -> FoundLine | None:
        """The line that begins so; of several the one that stands below the same line, or the one of that number."""
        alike = [at for at, text in enumerate(folded.texts) if text.startswith(words)]
        counted = alike[anchor.nth - 1] if 1 <= anchor.nth <= len(alike) else None
        if not anchor.below:
            return None if counted is None else FoundLine(folded.page, counted, folded.lines[counted], exact=True)
        placed = _find_below(folded.texts, alike, anchor)
        if counted in placed:
            placed = [counted]
        return FoundLine(folded.page, placed[0], folded.lines[placed[0]], exact=True) if len(placed) == 1 else None

    @staticmethod
    def _find_within(folded: _Folded, words: str) -> FoundLine | None:
        """The line that holds most of the words, where the lines are broken otherwise now."""
        if len(words) < FEWEST_ALIKE:
            return None
        running = "".join(folded.texts)
        start = running.find(words)
        if start < 0 or running.find(words, start + 1) >= 0:
            return None
        shares: list[tuple[int, int]] = []
        at = 0
        for index, text in enumerate(folded.texts):
            shares.append((min(at + len(text), start + len(words)) - max(at, start), -index))
            at += len(text)
        index = -max(shares)[1]
        return FoundLine(folded.page, index, folded.lines[index], exact=False)

    @staticmethod
    def _find_alike(folded: _Folded, words: str, anchor: Anchor) -> FoundLine | None:
        """The line that begins nearly so, if one does clearly, or if one of several stands below the same line."""
        if len(words) < FEWEST_ALIKE:
            return None
        scored = sorted(_score_lines(folded.texts, words), reverse=True)
        if anchor.below:
            chosen = _find_below(folded.texts, [at for _, at in scored], anchor)
        else:
            chosen = [at for score, at in scored if score > scored[0][0] - LEAST_LEAD]
        return FoundLine(folded.page, chosen[0], folded.lines[chosen[0]], exact=False) if len(chosen) == 1 else None


def find_page(pages: Sequence[Page], name: str) -> Page | None:
    """The page of that label, or else of that id, or else of that number; None where there is no one such page."""
    labelled = [page for page in pages if page.label == name]
    if len(labelled) == 1:
        return labelled[0]
    for page in pages:
        if page.id == name:
            return page
    plain = _plain_label(name)
    alike = [page for page in pages if page.label and _plain_label(page.label) == plain]
    if len(alike) == 1:
        return alike[0]
    if labelled or alike:
        return None
    return next((page for number, page in enumerate(pages, 1) if str(number) == plain), None)


def _plain_label(label: str) -> str:
    """01, 1 and １ are one."""
    return fold(label).strip().lstrip("0")


def _score_lines(texts: Sequence[str], words: str, least: float = LEAST_LIKENESS) -> Iterator[tuple[float, int]]:
    """Likeness and index of the lines that begin nearly so."""
    # Most anchors are found by their very words.
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(words)
    for index, text in enumerate(texts):
        matcher.set_seq1(text[: len(words)])
        # The quick ratio is never less than the ratio, and most lines fail it.
        if matcher.quick_ratio() >= least and (score := matcher.ratio()) >= least:
            yield score, index


def _find_below(texts: Sequence[str], lines: Sequence[int], anchor: Anchor) -> list[int]:
    """Those of these lines before which stands the line that the anchor names, or one much like it."""
    below = _compact(anchor.below)
    befores = [texts[at - 1] if at else "" for at in lines]
    return [lines[number] for _, number in _score_lines(befores, below, LEAST_NEIGHBOURLY)]


def _compact(text: str) -> str:
    return fold("".join(text.split()))


def _take(text: str, count: int) -> str:
    """The beginning of a line with so many characters that are not blank."""
    for end, character in enumerate(text):
        if not character.isspace():
            if count == 0:
                return text[:end].strip()
            count -= 1
    return text.strip()
