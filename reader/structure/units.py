"""Bodies: which elements of a page are the text of one article, and which display lines wait for a body.

A unit begins at a byline, at a dateline, after a signature, after the heading of the next article, or with a picture.
What decides between the heading of a new article and a crosshead is gathered in `judge_run`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from reader.structure import patterns
from reader.structure.elements import Element, ElementKind
from reader.structure.leads import Cut, CutKind, find_cuts, is_signed, opens_article
from reader.structure.matching import measure_cohesion
from reader.structure.settings import SETTINGS, Settings

_P, _D, _B, _C, _L, _J = (
    ElementKind.PARAGRAPH,
    ElementKind.DISPLAY,
    ElementKind.BYLINE,
    ElementKind.CREDIT,
    ElementKind.LABEL,
    ElementKind.JUMP,
)


class Where(StrEnum):
    """Where a page's headings stand, seen from their bodies."""

    BEFORE = "before"
    AFTER = "after"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Unit:
    """The body of one article."""

    body: tuple[Element, ...]
    """Paragraphs, bylines, credits and crossheads in the order of the source."""
    at: int
    """Index of its first element among the page's elements."""
    photo: bool = False
    marked: bool = False
    """Whether a byline, a dateline or a signature says where it begins."""

    @property
    def plain(self) -> str:
        """Its prose as the patterns and the matcher read it; paragraphs are kept apart."""
        return "\n".join(element.plain for element in self.body if element.kind is _P)

    @property
    def lines(self) -> int:
        """How many printed lines its prose has."""
        return sum(len(element.strips) for element in self.body if element.kind is _P)


@dataclass(frozen=True, slots=True)
class DisplayRun:
    """Display lines that stand together and wait for a body."""

    lines: tuple[Element, ...]
    at: int
    before: int | None
    """Index of the unit that ends directly before it."""
    after: int | None
    """Index of the unit that begins directly after it."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A page taken apart: bodies, headings without a body yet, and labels."""

    units: tuple[Unit, ...]
    runs: tuple[DisplayRun, ...]
    labels: tuple[tuple[int, Element], ...]
    """With the index at which each stands among the elements."""
    where: Where


def settle_bylines(elements: Sequence[Element]) -> tuple[Element, ...]:
    """A byline directly above a credit names who took the picture too: it joins the credits."""
    settled: list[Element] = []
    for at, element in enumerate(elements):
        following = elements[at + 1] if at + 1 < len(elements) else None
        if (
            element.kind is _B
            and following is not None
            and following.kind is _C
            and (following.strips[0].tight or (at > 0 and elements[at - 1].kind is _P))
        ):
            element = replace(element, kind=_C)
        settled.append(element)
    return tuple(settled)


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


def find_layout(elements: Sequence[Element], settings: Settings = SETTINGS) -> Layout:
    """The bodies and free headings of a page."""
    reader = _Reader(elements, settings)
    return reader.read()


def _is_dispatch(element: Element, cuts: Sequence[Cut]) -> bool:
    """Whether a paragraph is a telegram （倫敦廿日路透電）: one story is often put together from several."""
    return (
        bool(cuts)
        and cuts[0].kind is CutKind.DATELINE
        and element.plain[0] in "([【"
        and "电" in element.plain[: cuts[0].end]
    )


class _Reader:
    """Walks over the elements of one page, gathering units."""

    def __init__(self, elements: Sequence[Element], settings: Settings) -> None:
        self.elements = elements
        self.settings = settings
        self.cuts = [find_cuts(e.plain) if e.kind is _P else () for e in elements]
        self.opens = [opens_article(cuts) for cuts in self.cuts]
        self.signed = [is_signed(cuts) for cuts in self.cuts]
        self.dispatch = [_is_dispatch(e, cuts) for e, cuts in zip(elements, self.cuts, strict=True)]
        self.photos = self._find_photos()
        self.trailing = self._find_trailing()
        self.apart = self._is_apart()

    def read(self) -> Layout:
        units: list[Unit] = []
        runs: list[DisplayRun] = []
        labels: list[tuple[int, Element]] = []
        body: list[Element] = []
        start, photo, marked, closed = 0, False, False, False
        run: list[Element] = []
        run_at = 0

        def finish() -> None:
            nonlocal body, photo, marked, closed
            if body:
                units.append(Unit(tuple(body), start, photo, marked))
            body, photo, marked, closed = [], False, False, False

        def release(after: bool) -> None:
            nonlocal run
            if run:
                before = len(units) - 1 if units else None
                runs.append(DisplayRun(tuple(run), run_at, before, len(units) if after else None))
            run = []

        for at, element in enumerate(self.elements):
            if element.kind is _D:
                if not run:
                    run_at = at
                run.append(element)
                continue
            if element.kind is _L:
                labels.append((at, element))
                continue
            begins = self._begins(at, body, closed)
            if run:
                if body and not begins and not self.judge_run(run, body, at):
                    body.extend(run)
                    run = []
                else:
                    finish()
                    release(after=True)
            elif begins:
                finish()
            if not body:
                start = at
            body.append(element)
            if at in self.photos:
                photo = True
                closed = closed or self.photos[at]
            if self.opens[at] or (element.kind is _B and not self.trailing[at]):
                marked = True
            if self.signed[at] or self.trailing[at] or self._jumps(at, element):
                closed = True
        finish()
        release(after=False)
        return Layout(tuple(units), tuple(runs), tuple(labels), self._find_where(units, runs))

    def _begins(self, at: int, body: list[Element], closed: bool) -> bool:
        """Whether a unit begins at this element whatever stands before it."""
        if not body:
            return False
        element = self.elements[at]
        has_text = any(e.kind is _P for e in body)
        if element.kind is _J:
            return has_text and bool(patterns.JUMP_FROM.match(element.plain))
        if element.kind is _B:
            return has_text and not self.trailing[at]
        if element.kind is _C:
            return False
        opens = self.opens[at] and (self.apart or not self.dispatch[at])
        return has_text and (closed or opens or (at in self.photos and self._is_own_photo(at)))

    def _jumps(self, at: int, element: Element) -> bool:
        """Whether the text goes on elsewhere from here."""
        if element.kind is _J:
            return not patterns.JUMP_FROM.match(element.plain)
        return element.kind is _P and any(cut.kind is CutKind.JUMP_TO for cut in self.cuts[at])

    def _is_own_photo(self, at: int) -> bool:
        return at == 0 or self.elements[at - 1].kind is _D

    def _find_photos(self) -> dict[int, bool]:
        """Indices of the elements of photo stories; True for the last one."""
        found: dict[int, bool] = {}
        for at, element in enumerate(self.elements):
            if element.kind is not _C or (at and self.elements[at - 1].kind is _C):
                continue
            first = at
            lines = 0
            while first and self.elements[first - 1].kind is _P and at - first < 2:
                lines += len(self.elements[first - 1].strips)
                if lines > self.settings.photo_lines or self.opens[first - 1] or self.signed[first - 1]:
                    break
                first -= 1
            if first == at or first == 0 or self.elements[first - 1].kind is not _D:
                continue
            last = at
            while last + 1 < len(self.elements) and self.elements[last + 1].kind is _C:
                last += 1
            found.update({index: index == last for index in range(first, last + 1)})
        return found

    def _find_trailing(self) -> list[bool]:
        """For each element whether it is a byline that closes the text before it."""
        kinds = [element.kind for element in self.elements]
        trailing = [False] * len(kinds)
        doubtful: list[int] = []
        lead = trail = 0
        for at, kind in enumerate(kinds):
            if kind is not _B:
                continue
            before = next((kinds[i] for i in range(at - 1, -1, -1) if kinds[i] not in (_B, _L)), None)
            after_at = next((i for i in range(at + 1, len(kinds)) if kinds[i] not in (_B, _L)), None)
            after = kinds[after_at] if after_at is not None else None
            if before not in (_P, _C):
                lead += 1
            elif after is None or after is _D:
                trailing[at] = True
                trail += 1
            elif after_at is not None and self.opens[after_at]:
                lead += 1
            else:
                doubtful.append(at)
        for at in doubtful:
            trailing[at] = trail > lead
        return trailing

    def _is_apart(self) -> bool:
        """Whether headings stand elsewhere than at their bodies.

        Where articles open with bylines or datelines, what stands before those tells; elsewhere a run of display
        lines that leads into no body, or that is too long to be one heading.
        """
        headed = bare = 0
        for at, element in enumerate(self.elements):
            if not (self.opens[at] or (element.kind is _B and not self.trailing[at])):
                continue
            before = self.elements[at - 1].kind if at else None
            if before is _D or before is _L:
                headed += 1
            elif before is None or (before in (_P, _C) and not self.dispatch[at]):
                bare += 1
        if headed + bare >= 2:
            return bare > headed
        kinds = [element.kind for element in self.elements]
        at = 0
        while at < len(kinds):
            if kinds[at] is not _D:
                at += 1
                continue
            end = at
            while end < len(kinds) and kinds[end] in (_D, _L):
                end += 1
            length = sum(1 for kind in kinds[at:end] if kind is _D)
            if length >= self.settings.long_run or (end == len(kinds) and length >= 2):
                return True
            at = end
        return False

    def judge_run(self, run: Sequence[Element], body: Sequence[Element], at: int) -> bool:
        """Whether display lines between two paragraphs are a heading, and not crossheads."""
        if at in self.photos or self.opens[at]:
            return True
        settings = self.settings
        plains = [element.plain for element in run]
        if any(patterns.NUMBERED.match(plain) for plain in plains):
            return False
        before = "\n".join(e.plain for e in body if e.kind is _P)
        after: list[str] = []
        for element in self.elements[at : at + 5]:
            if element.kind is not _P:
                break
            after.append(element.plain)
        cohesion = measure_cohesion(before, "\n".join(after))
        score = settings.run_base
        if len(run) > 1:
            score += settings.run_lines
        if any(patterns.KICKER_CUE.search(plain) for plain in plains[:-1]):
            score += settings.run_kicker
        if any(patterns.SUBHEAD_CUE.match(plain) for plain in plains[1:]):
            score += settings.run_kicker
        width = max(element.strips[0].width for element in run)
        if width >= settings.run_wide:
            score += settings.run_lines
        if sum(self.opens) + sum(e.kind is _B for e in self.elements) >= 2:
            score -= settings.run_marked
        if self.apart:
            score -= settings.run_apart
        score += settings.run_cohesion * (settings.cohesion_usual - cohesion)
        return score > 0

    def _find_where(self, units: Sequence[Unit], runs: Sequence[DisplayRun]) -> Where:
        led = {run.after for run in runs if run.after is not None}
        followed = {run.before for run in runs if run.before is not None}
        missing_before = len(units) - len(led)
        missing_after = len(units) - len(followed)
        if missing_before == 0 and not self.apart:
            return Where.BEFORE
        if missing_after == 0 and runs and runs[0].before is not None and not self.apart:
            return Where.AFTER
        if missing_before <= self.settings.misplaced_share * len(units) and not self.apart:
            return Where.BEFORE
        return Where.APART
