"""Display lines between two stretches of text: the heading of another article, or crossheads 小标题 within one."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from reader.structure import patterns
from reader.structure.elements import ElementKind
from reader.structure.evidence import Evidence
from reader.structure.matching import find_grams
from reader.structure.settings import SETTINGS, Settings


def weigh_run(
    evidence: Evidence,
    run: Sequence[int],
    body: Sequence[int],
    at: int,
    settings: Settings = SETTINGS,
    *,
    detached: bool = False,
) -> float:
    """Evidence for a heading: the logarithm of its odds against crossheads.

    Args:
        evidence: the page.
        run: indices of the display lines.
        body: indices of the elements of the body before them.
        at: index of the text behind them.
        settings: the constants.
        detached: whether the page is read for headings that stand apart from their bodies.
    """
    elements = evidence.elements
    if evidence.leads(at) or at in evidence.photos or elements[at].kind is not ElementKind.PARAGRAPH:
        return 9.0
    titled = any(elements[i].strips[0].title or patterns.INSTALMENT.fullmatch(elements[i].plain) for i in run[:3])
    titled = titled or any(elements[i].kind is ElementKind.BYLINE for i in run[1:])
    if titled or evidence.closes(body[-1]) or any(evidence.genres[i] for i in run):
        return 9.0
    if elements[body[-1]].advert or elements[at].advert:
        return 9.0
    plains = [elements[i].plain for i in run]
    if patterns.BOX_HEADING.fullmatch(plains[-1]) or any(map(patterns.NUMBERED.match, plains)):
        return -9.0
    before = _sum_grams(evidence, [i for i in body if elements[i].kind is ElementKind.PARAGRAPH])
    after = _sum_grams(evidence, _follow(evidence, at))
    words = set(find_grams(" ".join(plains), 2))
    known = sum(1 for word in words if word in before) / max(1, len(words))
    told = sum(1 for word in words if word in after) / max(1, len(words))
    width = min(settings.run_widest, max(elements[i].strips[0].width for i in run))
    score = settings.run_base + settings.run_em * width + settings.run_detached * (detached and not evidence.stopless)
    score += settings.run_known * known + settings.run_told * told + settings.run_cohesion * _cosine(before, after)
    score += settings.run_second * (len(run) > 1) + settings.run_third * (len(run) > 2)
    score += settings.run_item * any(elements[i].item for i in run)
    score += settings.run_gap * any(patterns.GAP.search(plain) for plain in plains)
    score += settings.run_cue * any(patterns.KICKER_CUE.search(plain) for plain in plains[:-1])
    score += settings.run_cue * any(patterns.SUBHEAD_CUE.match(plain) for plain in plains[1:])
    score += settings.run_label * any(elements[i].kind is ElementKind.LABEL for i in range(max(0, run[0] - 1), at))
    score += settings.run_crossed * sum(1 for i in body if elements[i].kind is ElementKind.DISPLAY)
    if evidence.galleys:
        score += settings.run_tight if elements[run[0]].strips[0].tight else settings.run_apart
    score += settings.run_stopless * evidence.stopless + settings.run_single * evidence.single
    if _is_signed_below(evidence, at):
        score += settings.run_signed + settings.run_signed_twice * any(map(evidence.leads, body[:2]))
    return score


def _is_signed_below(evidence: Evidence, at: int) -> bool:
    """Whether the text from here to the next display lines ends with a signature."""
    for index in range(at, min(at + 14, len(evidence.elements))):
        if evidence.elements[index].kind is ElementKind.DISPLAY:
            return False
        if evidence.closes(index):
            return True
    return False


def _follow(evidence: Evidence, at: int) -> list[int]:
    """The paragraphs from here to the next heading or lead."""
    found: list[int] = []
    for index in range(at, min(at + 6, len(evidence.elements))):
        if evidence.elements[index].kind is not ElementKind.PARAGRAPH or (found and evidence.leads(index)):
            break
        found.append(index)
    return found


def _sum_grams(evidence: Evidence, indices: Sequence[int]) -> Counter[str]:
    total: Counter[str] = Counter()
    for index in indices:
        total.update(evidence.grams(index))
    return total


def _cosine(a: Counter[str], b: Counter[str]) -> float:
    """How many of their bigrams two texts share, 0 to 1; a word met often counts three times at most."""
    if not a or not b:
        return 0.0
    shared = sum(min(3, a[gram]) * min(3, b[gram]) for gram in a.keys() & b.keys())
    norm = math.sqrt(sum(min(3, n) ** 2 for n in a.values()) * sum(min(3, n) ** 2 for n in b.values()))
    return shared / norm
