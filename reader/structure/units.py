"""Bodies: which elements of a page are the text of one article, and which display lines wait for a body.

A unit begins at a byline, at a dateline, after a signature, after the heading of the next article, with a picture, or
where prose turns into a table. How a page is read depends on where its headings stand: all readings are tried
(`articles.py`), and the one whose headings fit their bodies best is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.structure.cohesion import Cohesion
from reader.structure.elements import Element, ElementKind
from reader.structure.evidence import Evidence
from reader.structure.genres import Genre
from reader.structure.runs import weigh_run
from reader.structure.settings import SETTINGS, Settings

_P, _D, _B, _C, _L, _J, _T, _V = (
    ElementKind.PARAGRAPH,
    ElementKind.DISPLAY,
    ElementKind.BYLINE,
    ElementKind.CREDIT,
    ElementKind.LABEL,
    ElementKind.JUMP,
    ElementKind.TABLE,
    ElementKind.VERSE,
)


CERTAIN = 9.0
"""The certainty of a decision that needs no weighing."""


class Where(StrEnum):
    """Where a page's headings stand, seen from their bodies."""

    BEFORE = "before"
    AFTER = "after"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Unit:
    """The body of one article, or of a group of items under one heading."""

    body: tuple[Element, ...]
    """Paragraphs, bylines, credits and crossheads in the order of the source."""
    at: int
    """Index of its first element among the page's elements."""
    photo: bool = False
    marked: bool = False
    """Whether a byline, a dateline or a signature says where it begins."""
    certainty: float = CERTAIN
    """How clear the doubtful decisions about its bounds were: the least of their logarithms of odds."""
    column: bool = False
    """Whether only the beginning of a column says so: without a heading of its own it goes on from the unit before."""

    @property
    def plain(self) -> str:
        """Its text as the patterns and the matcher read it; paragraphs are kept apart."""
        return "\n".join(element.plain for element in self.body if element.kind in (_P, _T, _V))

    def is_all(self, kind: ElementKind) -> bool:
        """Whether all its text is of one kind."""
        texts = [element.kind for element in self.body if element.kind in (_P, _T, _V)]
        return bool(texts) and all(found is kind for found in texts)

    @property
    def advert(self) -> bool:
        """Whether it is an advertisement."""
        return any(element.advert for element in self.body)

    @property
    def is_item(self) -> bool:
        """Whether it may stand without a heading: a marked item, a telegram, the second half of a jumped story."""
        first = self.body[0]
        return first.item or first.kind is _J or (first.kind is _P and first.plain[0] in "([【")

    @property
    def items(self) -> int:
        """How many marked items it has."""
        return sum(1 for element in self.body if element.item)


@dataclass(frozen=True, slots=True)
class DisplayRun:
    """Display lines that stand together and wait for a body."""

    lines: tuple[Element, ...]
    at: int
    before: int | None
    """Index of the unit that ends directly before it."""
    after: int | None
    """Index of the unit that begins directly after it."""
    labelled: frozenset[int] = frozenset()
    """Which of its lines stand directly below a label, and so open a heading."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A page taken apart: bodies, headings without a body yet, and labels."""

    units: tuple[Unit, ...]
    runs: tuple[DisplayRun, ...]
    labels: tuple[tuple[int, Element], ...]
    """With the index at which each stands among the elements."""
    where: Where
    stopless: bool = False
    """Whether the page has hardly any full stops (before 1950)."""


def cut_windows(elements: Sequence[Element], settings: Settings = SETTINGS) -> tuple[tuple[Element, ...], ...]:
    """Stretches that are read on their own: a page, or parts of a very long one, cut where a text has ended.

    A whole newspaper in one file would otherwise cost the square of its length, and no heading stands so far away.
    """
    windows: list[tuple[Element, ...]] = []
    start = lines = 0
    for at, element in enumerate(elements):
        lines += len(element.strips)
        last = at + 1 == len(elements)
        ended = element.kind is _P and not last and elements[at + 1].kind not in (_P, _C)
        if last or (lines >= settings.window_lines and ended) or lines >= 2 * settings.window_lines:
            windows.append(tuple(elements[start : at + 1]))
            start, lines = at + 1, 0
    return tuple(windows)


def find_layout(evidence: Evidence, where: Where, settings: Settings = SETTINGS) -> Layout:
    """The bodies and free headings of a page, read for headings that stand so."""
    return _Reader(evidence, where, settings).read()


class _Reader:
    """Walks over the elements of one page, gathering units."""

    def __init__(self, evidence: Evidence, where: Where, settings: Settings) -> None:
        self.evidence = evidence
        self.cohesion = Cohesion(evidence, settings)
        self.where = where
        self.settings = settings
        self.units: list[Unit] = []
        self.runs: list[DisplayRun] = []
        self.labels: list[tuple[int, Element]] = []
        self.body: list[int] = []
        self.run: list[int] = []
        self.briefs = False
        self.labelled = False
        self.certainty = CERTAIN
        self.begun = CERTAIN

    def read(self) -> Layout:
        for at, element in enumerate(self.evidence.elements):
            if element.kind is _D or (self.run and self._signs_heading(at)):
                self.run.append(at)
            elif element.kind is _L:
                self.labels.append((at, element))
                self.labelled = True
            else:
                self._take(at)
        if self.body:
            self._finish_twice_signed()
        self._end_run(after=False)
        stopless = self.evidence.stopless
        return Layout(tuple(self.units), tuple(self.runs), tuple(self.labels), self.where, stopless)

    def _signs_heading(self, at: int) -> bool:
        """Whether a byline stands between headings: it belongs to the one above, whose body follows further on."""
        elements = self.evidence.elements
        if elements[at].kind is not _B:
            return False
        after = next((e.kind for e in elements[at + 1 :] if e.kind is not _B), None)
        return after in (_D, _L)

    def _take(self, at: int) -> None:
        """One element that is no heading."""
        if self.body and (self._begins(at) or (self.labelled and self._has_text())):
            self._finish_twice_signed()
        self.labelled = False
        if self.run:
            if self.body and not self._is_heading(at):
                self.body.extend(self.run)
                self.run = []
            else:
                if self.body:
                    self._finish_twice_signed()
                self._end_run(after=True)
        self.body.append(at)

    def _has_text(self) -> bool:
        return any(self.evidence.elements[at].kind in (_P, _T, _V) for at in self.body)

    def _is_heading(self, at: int) -> bool:
        """Whether the display lines before this element are the heading of another article."""
        brief = self.settings.run_brief if self.briefs and self._is_brief() else 0.0
        detached = self.where is Where.APART
        weight = weigh_run(self.evidence, self.run, self.body, at, self.settings, detached=detached) + brief
        self.certainty = min(self.certainty, abs(weight))
        self.begun = abs(weight) if weight > 0 else self.begun
        return weight > 0

    def _is_brief(self) -> bool:
        """Whether the body so far is one short paragraph."""
        texts = [self.evidence.elements[at] for at in self.body if self.evidence.elements[at].kind is _P]
        return len(texts) == 1 and len(texts[0].text) <= self.settings.item_characters

    def _begins(self, at: int) -> bool:
        """Whether a unit begins at this element whatever stands before it."""
        evidence = self.evidence
        element = evidence.elements[at]
        if element.kind is _C or not self._has_text():
            return False
        last = evidence.elements[self.body[-1]].kind
        if element.kind is _J:
            return evidence.leads(at)
        if evidence.closes(self.body[-1]) and element.kind in (_P, _T, _V, _B):
            return not (element.kind is _B and evidence.trailing[at])
        if element.kind is _B:
            return not evidence.trailing[at]
        if evidence.opens[at] and (self.briefs or self.where is Where.APART or not evidence.dispatch[at]):
            return True
        if element.strips[0].column and not evidence.elements[self.body[-1]].open_end:
            return True
        parted = bool(self.run) or self.where is Where.APART or (evidence.galleys and not element.strips[0].tight)
        if at in evidence.photos:
            return self.body[-1] not in evidence.photos and parted
        if evidence.stopless and self._is_filler(at):
            return True
        if not parted and self.where is Where.BEFORE:
            return False
        turned = element.kind is not last and (element.kind in (_T, _V) or last in (_T, _V))
        return (turned and last is not _B) or self._turns_to_items(at)

    def _is_filler(self, at: int) -> bool:
        """Whether a marked paragraph stands alone here: news in a few lines that filled a column (before 1950)."""
        near = self.evidence.elements[max(0, at - 1) : at + 2]
        return self.evidence.elements[at].item and sum(e.item for e in near if e.kind is _P) == 1

    def _turns_to_items(self, at: int) -> bool:
        """Whether items begin here, or end."""
        elements = self.evidence.elements
        if elements[at].kind is not _P:
            return False
        return elements[at].item is not any(elements[i].item and elements[i].kind is _P for i in self.body)

    def _finish(self) -> None:
        if not self.body:
            return
        evidence = self.evidence
        self.briefs = self.briefs and self._is_brief()
        elements = tuple(evidence.elements[at] for at in self.body)
        photo = any(at in evidence.photos for at in self.body) and self._is_photo_story()
        marked = evidence.leads(self.body[0]) or evidence.closes(self.body[-1])
        column = elements[0].strips[0].column > 0 and not marked
        self.units.append(Unit(elements, self.body[0], photo, marked, self.certainty, column))
        # What made this unit end made the next one begin.
        self.certainty, self.begun = self.begun, CERTAIN
        self.body = []

    def _finish_twice_signed(self) -> None:
        """A body with a byline at its head and a signature below it is two: it is cut where its words change most."""
        evidence, body = self.evidence, self.body
        doubled = evidence.leads(body[0]) and (evidence.signed[body[-1]] or evidence.trailing[body[-1]])
        if self.where is Where.APART and doubled and not evidence.jumps_to[body[-1]]:
            gaps = [gap for gap in self.cohesion.find_gaps(body) if gap[1] > 1]
            if gaps:
                _, cut = min(gaps)
                self.body = body[:cut]
                self._finish()
                self.body = body[cut:]
        self._finish()

    def _is_photo_story(self) -> bool:
        return all(at in self.evidence.photos or self.evidence.elements[at].kind is not _P for at in self.body)

    def _end_run(self, *, after: bool) -> None:
        if not self.run:
            return
        lines = tuple(self.evidence.elements[at] for at in self.run)
        if any(self.evidence.genres[at] is not None for at in self.run):
            self.briefs = any(self.evidence.genres[at] is Genre.BRIEFS for at in self.run)
        before = len(self.units) - 1 if self.units else None
        labelled = {at + 1 for at, _ in self.labels}
        below = frozenset(place for place, at in enumerate(self.run) if at in labelled)
        self.runs.append(DisplayRun(lines, self.run[0], before, len(self.units) if after else None, below))
        self.run = []
