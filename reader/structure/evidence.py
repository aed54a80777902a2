"""What the elements of a page say about where articles begin and end, gathered once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.structure import patterns
from reader.structure.elements import Element, ElementKind
from reader.structure.genres import find_genre
from reader.structure.leads import Cut, CutKind, find_cuts, is_signed, opens_article
from reader.structure.manner import has_galleys
from reader.structure.matching import find_grams
from reader.structure.settings import SETTINGS, Settings

_P, _D, _B, _C, _L, _J = (
    ElementKind.PARAGRAPH,
    ElementKind.DISPLAY,
    ElementKind.BYLINE,
    ElementKind.CREDIT,
    ElementKind.LABEL,
    ElementKind.JUMP,
)


class Evidence:
    """Facts about the elements of one page, by index."""

    def __init__(self, elements: Sequence[Element], settings: Settings = SETTINGS) -> None:
        """Read every element once."""
        self.elements = tuple(elements)
        self.settings = settings
        self.cuts: list[tuple[Cut, ...]] = [find_cuts(e.plain) if e.kind is _P else () for e in elements]
        self.opens = [opens_article(cuts) for cuts in self.cuts]
        """Whether a paragraph begins with a dateline, a byline or 上接."""
        self.signed = [is_signed(cuts) for cuts in self.cuts]
        """Whether it ends with a signature."""
        self.dispatch = [_is_dispatch(e, cuts) for e, cuts in zip(elements, self.cuts, strict=True)]
        """Whether it is one telegram of several."""
        self.jumps_to = [self._jumps(at) for at in range(len(elements))]
        """Whether the text goes on elsewhere from here."""
        self.photos = self._find_photos()
        self.trailing = self._find_trailing()
        self.genres = [find_genre(e.plain) if e.kind in (_D, _L) else None for e in elements]
        self.stopless = self._is_stopless()
        """Whether the page has hardly any full stops (before 1950)."""
        self.single = self._is_single()
        """Whether nearly every heading has one paragraph."""
        self.galleys = has_galleys([element.strips[0] for element in elements])
        """Whether a blank line stands between things that stand apart on the page, and nowhere else."""
        self._grams: dict[int, Counter[str]] = {}

    def grams(self, at: int) -> Counter[str]:
        """The bigrams of one element, counted when first asked for."""
        if at not in self._grams:
            self._grams[at] = Counter(find_grams(self.elements[at].plain, 2))
        return self._grams[at]

    def _is_stopless(self) -> bool:
        text = "".join(element.plain for element in self.elements if element.kind is _P)
        stops = sum(map(text.count, "。?!"))
        return stops * self.settings.stops_per_mark < stops + sum(map(text.count, ",、;"))

    def _is_single(self) -> bool:
        kinds = [element.kind for element in self.elements]
        alone = several = 0
        for at in range(len(kinds) - 1):
            if kinds[at] is _D and kinds[at + 1] is _P:
                if at + 2 >= len(kinds) or kinds[at + 2] is not _P:
                    alone += 1
                else:
                    several += 1
        return alone >= 3 and alone > 4 * several

    def leads(self, at: int) -> bool:
        """Whether an article's body begins here by its own words."""
        element = self.elements[at]
        if element.kind is _J:
            return bool(patterns.JUMP_FROM.match(element.plain))
        return self.opens[at] or (element.kind is _B and not self.trailing[at])

    def closes(self, at: int) -> bool:
        """Whether an article's body ends here by its own words."""
        return self.signed[at] or self.trailing[at] or self.jumps_to[at] or self.photos.get(at, False)

    def _jumps(self, at: int) -> bool:
        element = self.elements[at]
        if element.kind is _J:
            return not patterns.JUMP_FROM.match(element.plain)
        return any(cut.kind is CutKind.JUMP_TO for cut in self.cuts[at])

    def _find_photos(self) -> dict[int, bool]:
        """Indices of the elements of photo stories: short text with a credit behind it. True for the last one."""
        found: dict[int, bool] = {}
        elements = self.elements
        for at, element in enumerate(elements):
            inline = element.kind is _P and any(cut.kind is CutKind.CREDIT for cut in self.cuts[at])
            if not inline and (element.kind is not _C or (at and elements[at - 1].kind is _C)):
                continue
            first = at if not inline else at + 1
            lines = 0
            while first and elements[first - 1].kind is _P and at - first < 2:
                if first < at and patterns.CAPTION.match(elements[first].plain):
                    break
                lines += len(elements[first - 1].strips)
                own = inline and first - 1 == at
                if lines > self.settings.photo_lines or (not own and (self.opens[first - 1] or self.signed[first - 1])):
                    break
                first -= 1
            if first > at or (first == at and not inline):
                continue
            last = at
            while last + 1 < len(elements) and elements[last + 1].kind is _C:
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
            signature = _is_signature(self.elements[at].plain)
            if before is None or before is _D:
                lead += 1
            elif signature and self.elements[at - 1].kind is not _B and before is _P:
                trailing[at] = True
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


def _is_signature(plain: str) -> bool:
    """Whether a byline is of the kind that stands below a text: in brackets, or place and name."""
    whole = plain[0] in "([" and plain[-1] in ")]" and "/" not in plain
    signatures = (patterns.SIGNATURE_LINE, patterns.READER_SIGNATURE, patterns.CLOSE)
    return whole or any(pattern.fullmatch(plain) for pattern in signatures)


def _is_dispatch(element: Element, cuts: Sequence[Cut]) -> bool:
    """Whether a paragraph is a telegram （倫敦廿日路透電）: one story is often put together from several."""
    return bool(cuts) and cuts[0].kind is CutKind.DATELINE and element.plain[0] in "([【"
