"""How a page is set, as far as its lines tell: column widths, indents, full stops."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reader.structure import patterns
from reader.structure.lines import Strip
from reader.structure.settings import SETTINGS, Settings

WIDEST = round(SETTINGS.widest_column)
"""The widest column there is, in em."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a page is set, as far as its lines tell."""

    widths: tuple[int, ...]
    """Column widths to try, in em."""
    indents: bool = False
    """Paragraphs open with printed white space."""
    joined: bool = False
    """One line of the source is one paragraph."""
    spaced: bool = False
    """Lines are justified with spaces between Han."""
    block: bool = False
    """Paragraphs open without any indent, printed or stripped."""
    marks: float = 0.0
    """Punctuation marks in one em of its lines."""
    galleys: bool = False
    """A blank line stands between things that stand apart on the page, and nowhere else."""
    exact: bool = False
    """Lines that end no paragraph are as wide as their column, to the character: no 避头尾, no mark set narrower."""
    words: frozenset[str] = frozenset()
    """Every three characters that stand together inside a line of the page."""


def find_manner(strips: Sequence[Strip], settings: Settings = SETTINGS) -> Manner:
    """How the lines of a page are set; `strips` are those that may be prose."""
    prose = [strip for strip in strips if strip.width >= settings.prose_line]
    ended = sum(1 for strip in prose if patterns.STOP.search(strip.plain))
    indented = sum(1 for strip in prose if strip.indent >= settings.printed_indent)
    return Manner(
        widths=_find_widths(strips, settings),
        indents=settings.indent_least * len(prose) <= indented and indented > 1,
        joined=_is_joined(prose, ended, settings),
        spaced=sum(1 for strip in prose if patterns.GAP.search(strip.plain)) > settings.gap_share * len(prose),
        block=_is_block(prose, settings),
        marks=_count_marks(strips),
        exact=_is_exact(prose, settings),
        galleys=has_galleys(strips, settings),
        words=frozenset(strip.plain[i : i + 3] for strip in strips for i in range(len(strip.plain) - 2)),
    )


def has_galleys(strips: Sequence[Strip], settings: Settings = SETTINGS) -> bool:
    """Whether blank lines part what stands apart on the page: there are some, and most lines have none before them."""
    apart = sum(1 for strip in strips if not strip.tight)
    return settings.least_gaps <= apart <= settings.most_gaps * len(strips)


def _count_marks(strips: Sequence[Strip]) -> float:
    width = sum(strip.width for strip in strips)
    return sum(len(patterns.ANY_MARK.findall(strip.plain)) for strip in strips) / width if width else 0.0


def _is_joined(prose: Sequence[Strip], ended: int, settings: Settings) -> bool:
    """Whether lines are paragraphs: nearly all end one, or many are wider than any column."""
    wide = sum(1 for strip in prose if strip.width > settings.widest_column)
    return bool(prose) and (ended >= settings.joined_share * len(prose) or wide >= settings.joined_wide * len(prose))


def _is_exact(prose: Sequence[Strip], settings: Settings) -> bool:
    """Whether hardly any line is one em short that cannot be the last of its paragraph."""
    full = short = 0
    for before, strip, after in zip(prose, prose[1:], prose[2:], strict=False):
        if patterns.STOP.search(strip.plain) or patterns.STOPLESS_END.search(strip.plain):
            continue
        lack = max(before.width, after.width) - strip.width
        full += abs(lack) < settings.block_slack
        short += settings.block_slack <= abs(lack) <= settings.slack
    return full > settings.exact_least and short <= settings.exact_share * full


def _is_block(prose: Sequence[Strip], settings: Settings) -> bool:
    """Whether the line after a short last line is as wide as those that follow it, not two em short."""
    full_after = short_after = 0
    ending = patterns.STOP if any("。" in strip.plain for strip in prose) else patterns.STOPLESS_END
    for at in range(1, len(prose) - 2):
        before, first = prose[at - 1], prose[at]
        full = max(prose[at + 1].width, prose[at + 2].width)
        if before.width <= full - 3 and ending.search(before.plain):
            shortage = full - first.width
            full_after += abs(shortage) <= settings.block_slack
            short_after += settings.block_slack < shortage <= settings.indent + 1
    return full_after > 2 * short_after + 1


def _find_widths(strips: Sequence[Strip], settings: Settings) -> tuple[int, ...]:
    """The column widths worth trying: those met often, and what compressed lines under-estimate."""
    met = Counter(
        round(strip.width - 0.25 * strip.squeeze) for strip in strips if strip.width >= settings.narrowest_column
    )
    least = max(2, settings.width_share * len(strips))
    often = [width for width, count in met.most_common() if count >= least and width <= settings.widest_column]
    # Compressed lines under-estimate their column: the next widths are tried too, for the commonest ones first.
    found = dict.fromkeys(often[: settings.widths_kept])
    for wider in (1, 2):
        for width in often[: settings.widths_kept]:
            if len(found) < settings.widths_tried:
                found.setdefault(width + wider)
    if not found:
        widest = max((strip.width for strip in strips), default=1.0)
        found = {max(1, round(min(settings.widest_column, widest))): None}
    return tuple(found)


def find_stops(strips: Sequence[Strip], settings: Settings = SETTINGS) -> list[bool]:
    """For each line whether the print around it has full stops; papers before 1950 mix both manners on a page."""
    stops, marks = [0], [0]
    for strip in strips:
        found = sum(map(strip.plain.count, "。?!"))
        stops.append(stops[-1] + found)
        marks.append(marks[-1] + found + sum(map(strip.plain.count, ",、;:")))
    reach = settings.stops_reach
    result: list[bool] = []
    for at in range(len(strips)):
        low, high = max(0, at - reach), min(len(strips), at + reach + 1)
        result.append((stops[high] - stops[low]) * settings.stops_per_mark >= marks[high] - marks[low])
    return result


def find_candidates(strips: Sequence[Strip], manner: Manner, settings: Settings = SETTINGS) -> list[tuple[int, ...]]:
    """For each line the column widths to try: the page's own and those of its neighbours."""
    estimates = [min(WIDEST, round(strip.width - 0.25 * strip.squeeze)) for strip in strips]
    reach = settings.widths_reach
    near: Counter[int] = Counter(estimates[:reach])
    page = tuple(width for width in manner.widths if width <= WIDEST)
    widest = max(page, default=0) + 2
    result: list[tuple[int, ...]] = []
    for at in range(len(strips)):
        if at + reach < len(strips):
            near[estimates[at + reach]] += 1
        if at > reach:
            near[estimates[at - reach - 1]] -= 1
        local = [w for w, n in near.most_common(2) if n >= settings.widths_least and w >= settings.narrowest_local]
        wider = [w + 1 for w in local if w < WIDEST]
        own = (estimates[at],) if estimates[at] > widest else ()
        result.append(tuple(dict.fromkeys((*local, *wider, *page, *own))))
    return result
