"""What an element is in the company of its neighbours: labels, item titles, bare names, the paper's nameplate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.model import FurnitureKind
from reader.structure import patterns
from reader.structure.bylines import has_surname, is_person
from reader.structure.elements import Element, ElementKind, Loose
from reader.structure.genres import find_genre
from reader.structure.hints import names_column
from reader.structure.leads import CutKind, find_cuts
from reader.structure.settings import SETTINGS, Settings
from reader.structure.turned import join_turned

_P, _D, _B, _C = ElementKind.PARAGRAPH, ElementKind.DISPLAY, ElementKind.BYLINE, ElementKind.CREDIT
_BODIES = (_P, ElementKind.TABLE, ElementKind.VERSE)


def settle(elements: Sequence[Element], settings: Settings = SETTINGS) -> tuple[tuple[Element, ...], tuple[Loose, ...]]:
    """The elements with the roles that only their neighbours show, and the nameplate that was among them."""
    kept, loose = _take_nameplate(elements, settings)
    kept = _find_advertisements(join_turned(kept, settings), settings)
    titles = _find_item_titles(kept)
    bracketed = _signs_in_brackets(kept, settings)
    settled: list[Element] = []
    for at, element in enumerate(kept):
        before = kept[at - 1] if at else None
        after = kept[at + 1] if at + 1 < len(kept) else None
        settled.append(replace(element, kind=_settle(element, before, after, at in titles, bracketed, settings)))
    return tuple(settled), loose


def _signs_in_brackets(elements: Sequence[Element], settings: Settings) -> bool:
    """Whether the page sets the names of authors in brackets, so that a bare name is no signature."""
    lines = sum(element.kind is _B and element.plain[0] in "([" for element in elements)
    tails = sum(element.kind is _P and bool(patterns.SIGNED_END.search(element.plain)) for element in elements)
    bare = sum(element.kind is _B and element.plain[0] not in "([" for element in elements)
    return lines + tails >= settings.bracketed_least and lines + tails > bare


def _settle(
    element: Element,
    before: Element | None,
    after: Element | None,
    title: bool,
    bracketed: bool,
    settings: Settings,
) -> ElementKind:
    if element.kind is _B:
        # A byline directly above a credit names who took the picture too.
        credit = after is not None and after.kind is _C
        if credit and after is not None and (after.strips[0].tight or (before is not None and before.kind is _P)):
            return _C
        return _B
    if element.kind is _P and _is_only_byline(element):
        return _B
    if (
        element.kind is not _D
        or title
        or find_genre(element.plain) is not None
        or patterns.BOX_HEADING.fullmatch(element.plain)
    ):
        return element.kind
    if _closes_letter(element, before, settings):
        return _B
    if not (bracketed and not element.item) and _is_bare_name(element, before, after, settings):
        return _B
    if (
        element.item
        or patterns.BRACKETED_LABEL.fullmatch(element.plain)
        or patterns.COLUMN_NAME.fullmatch(element.plain)
    ):
        narrow = element.strips[0].width <= settings.label_limit
        if narrow and after is not None and after.kind is not _P:
            return ElementKind.LABEL
        if narrow and not element.item and (before is None or before.kind in _BODIES):
            return ElementKind.LABEL
    return ElementKind.LABEL if _is_small_label(element, after, settings) else _D


def _is_small_label(element: Element, after: Element | None, settings: Settings) -> bool:
    """Whether a line is much shorter than the headline below it, as a column's name is: 城事."""
    if after is None or after.kind is not _D or after.item or patterns.SUBHEAD_CUE.match(after.plain):
        return False
    width = element.strips[0].width
    return width <= settings.small_label and after.strips[0].width >= settings.below_label * width


def _is_only_byline(element: Element) -> bool:
    """Whether a paragraph is nothing but a byline in brackets, broken over two lines."""
    if len(element.text) > 60 or element.plain[0] not in "([【" or patterns.BRACKETED_LABEL.fullmatch(element.plain):
        return False
    return [cut.kind for cut in find_cuts(element.plain)] == [CutKind.BYLINE]


def _closes_letter(element: Element, before: Element | None, settings: Settings) -> bool:
    """Whether a line below a text tells where its writer lives, or is the last of a letter."""
    if before is None or before.kind not in _BODIES or element.strips[0].width > settings.signature_limit:
        return False
    match = patterns.READER_SIGNATURE.fullmatch(element.plain)
    return bool(patterns.CLOSE.fullmatch(element.plain) or (match is not None and has_surname(match.group(2))))


def _is_bare_name(element: Element, before: Element | None, after: Element | None, settings: Settings) -> bool:
    """A name alone on its line: under a headline, or below the text."""
    if element.strips[0].width > settings.signature_limit:
        return False
    if names_column(element.plain) or patterns.COLUMN_NAME.fullmatch(element.plain):
        return False
    if patterns.BRACKETED_LABEL.fullmatch(element.plain):
        return False
    if not is_person(element.plain):
        return False
    if element.item:
        return (before is not None and before.kind in _BODIES) or (after is not None and after.kind in _BODIES)
    if element.strips[0].width > settings.name_limit:
        return False
    headed = before is not None and before.kind is _D and not patterns.COLUMN_NAME.fullmatch(before.plain)
    under = headed and after is not None and after.kind in _BODIES
    # Between two texts, or above the first of them: no crosshead and no headline is so short.
    if element.strips[0].width <= settings.lone_name and (
        before.kind is _P if before else after is not None and after.kind in _BODIES
    ):
        return True
    below = before is not None and before.kind in _BODIES and (after is None or after.kind is not _P)
    return under or below


def _find_advertisements(elements: Sequence[Element], settings: Settings) -> tuple[Element, ...]:
    """Lines of display type that sell something: two at least, below the name of what they sell."""
    found = _join_cut_lines(_join_numbers(elements), settings)
    at = 1
    while at < len(found):
        end = at
        while end < len(found) and found[end].kind is _D and patterns.ADVERTISING.search(found[end].plain):
            end += 1
        # The name of what is sold may be such a line too: 某某号大减价.
        first = at if found[at - 1].kind is _D else at + 1
        if end - first >= settings.advert_lines:
            for index in range(first, end):
                found[index] = replace(found[index], kind=_P, advert=True)
        at = max(end, at + 1)
    return tuple(found)


def _join_numbers(elements: Sequence[Element]) -> list[Element]:
    """The elements with display lines joined that end in the middle of a telephone number or a price."""
    found: list[Element] = []
    for element in elements:
        if found and found[-1].kind is _D and _breaks_number(found[-1], element):
            found[-1] = replace(found[-1], strips=found[-1].strips + element.strips)
        else:
            found.append(element)
    return found


def _join_cut_lines(elements: Sequence[Element], settings: Settings) -> list[Element]:
    """The elements with advertising lines joined that their column was too narrow for."""
    found: list[Element] = []
    columns = [max(strip.width for strip in e.strips) for e in elements if e.kind is _P and len(e.strips) > 1]
    full = columns[0] if columns else 0.0
    for element in elements:
        if element.kind is _P and len(element.strips) > 1:
            full = max(strip.width for strip in element.strips)
        if found and _is_rest(found[-1], element, full, settings):
            found[-1] = replace(found[-1], strips=found[-1].strips + element.strips)
        else:
            found.append(element)
    return found


def _is_rest(before: Element, element: Element, full: float, settings: Settings) -> bool:
    """Whether a display line is the rest of the advertising line before it; `full` is the width of the prose above."""
    if before.kind is not _D or element.kind is not _D or patterns.ADVERTISING.search(element.plain):
        return False
    if not patterns.ADVERTISING.search(before.plain + element.plain):
        return False
    cut = not patterns.ADVERTISING.search(before.plain)
    fills = before.strips[-1].width >= full > 0
    return (cut or fills) and element.strips[0].width <= (before.strips[-1].width + settings.slack) / 2


def _breaks_number(before: Element, after: Element) -> bool:
    """Whether a line's end stands in the middle of a telephone number or a price."""
    if after.kind is not _D:
        return False
    number = patterns.BROKEN_NUMBER.search(before.plain) and patterns.NUMBER_TAIL.fullmatch(after.plain)
    return bool(number or patterns.BROKEN_TELEPHONE.fullmatch(before.plain[-1] + after.plain))


def _find_item_titles(elements: Sequence[Element]) -> frozenset[int]:
    """Indices of marked display lines that head an item each: two of them at least, with text below."""
    found = [
        at
        for at, element in enumerate(elements)
        if element.kind is _D and element.item and at + 1 < len(elements) and elements[at + 1].kind is _P
    ]
    return frozenset(found if len(found) >= 2 else ())


def _take_nameplate(elements: Sequence[Element], settings: Settings) -> tuple[tuple[Element, ...], tuple[Loose, ...]]:
    kept: list[Element] = []
    loose: list[Loose] = []
    for at, element in enumerate(elements):
        margin = min(at, len(elements) - 1 - at) < settings.nameplate_reach
        named = element.kind is _D and patterns.NAMEPLATE.fullmatch(element.plain)
        if named and margin and find_genre(element.plain) is None:
            loose.append(Loose(FurnitureKind.NAMEPLATE, element.strips))
        else:
            kept.append(element)
    return tuple(kept), tuple(loose)
