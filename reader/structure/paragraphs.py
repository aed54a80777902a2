"""Which lines make a paragraph: the cheapest reading of a run of lines (Viterbi over column width and role).

A line is the first (F), a middle (M) or the last (L) line of a paragraph, a paragraph of its own (S), or display type
(H). Full lines are as wide as their column; first lines are two em short where the indent was stripped; last lines end
a sentence. Linear in the number of lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reader.structure import patterns
from reader.structure.lines import Strip
from reader.structure.settings import SETTINGS, Settings


@dataclass(frozen=True, slots=True)
class Manner:
    """How a page is set, as far as its lines tell."""

    widths: tuple[int, ...]
    """Column widths to try, in em."""
    indents: bool = False
    """Paragraphs open with printed white space."""
    stops: bool = True
    """Sentences end in full stops; False for papers punctuated with 、 alone or not at all."""
    joined: bool = False
    """One line of the source is one paragraph."""
    block: bool = False
    """Paragraphs open without any indent, printed or stripped."""


@dataclass(frozen=True, slots=True)
class Run:
    """A paragraph, or one display line."""

    strips: tuple[Strip, ...]
    display: bool
    open_start: bool = False
    """It begins in mid-paragraph."""
    open_end: bool = False
    """It ends without a sentence's end."""


def find_manner(strips: Sequence[Strip], settings: Settings = SETTINGS) -> Manner:
    """How the lines of a page are set; `strips` are those that may be prose."""
    text = "".join(strip.plain for strip in strips)
    stops = text.count("。") + text.count("?") + text.count("!")
    pauses = text.count(",") + text.count("、")
    prose = [strip for strip in strips if strip.width >= settings.prose_line]
    ended = sum(1 for strip in prose if patterns.STOP.search(strip.plain))
    indented = sum(1 for strip in prose if strip.indent >= settings.printed_indent)
    has_stops = stops * settings.stops_per_mark >= stops + pauses
    return Manner(
        widths=_find_widths(strips, settings),
        indents=settings.indent_least * len(prose) <= indented and indented > 1,
        stops=has_stops,
        joined=_is_joined(prose, ended, settings),
        block=_is_block(prose, settings),
    )


def _is_joined(prose: Sequence[Strip], ended: int, settings: Settings) -> bool:
    return bool(prose) and (
        ended >= settings.joined_share * len(prose) or max(strip.width for strip in prose) > settings.widest_column
    )


def _is_block(prose: Sequence[Strip], settings: Settings) -> bool:
    """Whether what follows a short last line is as wide as other lines."""
    if not prose:
        return False
    widths = sorted(strip.width for strip in prose)
    full = widths[len(widths) // 2]
    full_after = short_after = 0
    for before, after in zip(prose, prose[1:], strict=False):
        if before.width <= full - 3 and patterns.STOP.search(before.plain):
            if abs(after.width - full) < 1:
                full_after += 1
            elif 1 <= full - after.width <= 3:
                short_after += 1
    return full_after > 2 * short_after


def _find_widths(strips: Sequence[Strip], settings: Settings) -> tuple[int, ...]:
    """The column widths worth trying: those met often, and what compressed lines under-estimate."""
    met = Counter(
        round(strip.width - 0.25 * strip.squeeze) for strip in strips if strip.width >= settings.narrowest_column
    )
    least = max(2, settings.width_share * len(strips))
    often = [width for width, count in met.most_common() if count >= least and width <= settings.widest_column]
    found: list[int] = []
    for width in often:
        for candidate in (width, width + 1, width + 2):
            if candidate not in found:
                found.append(candidate)
    if not found:
        found = [max(1, round(min(settings.widest_column, max((strip.width for strip in strips), default=1))))]
    return tuple(found[: settings.widths_kept])


def find_runs(strips: Sequence[Strip], manner: Manner, settings: Settings = SETTINGS) -> tuple[Run, ...]:
    """The paragraphs and display lines of a run of lines, in order; every line is in exactly one."""
    if not strips:
        return ()
    if manner.joined:
        return tuple(_judge_joined(strip, settings) for strip in strips)
    roles = _decode(strips, manner, settings)
    runs: list[Run] = []
    group: list[Strip] = []
    for at, (strip, role) in enumerate(zip(strips, roles, strict=True)):
        if role == "H":
            runs.append(Run((strip,), display=True))
            continue
        group.append(strip)
        following = roles[at + 1] if at + 1 < len(roles) else "F"
        if role in "LS" or following in "FSH":
            first = roles[at + 1 - len(group)]
            runs.append(Run(tuple(group), False, open_start=first in "ML", open_end=role in "FM"))
            group = []
    return tuple(runs)


def _judge_joined(strip: Strip, settings: Settings) -> Run:
    """A line of a page whose lines are paragraphs already."""
    ended = bool(patterns.STOP.search(strip.plain) or patterns.HALF_STOP.search(strip.plain))
    display = not ended and strip.width <= settings.joined_display and not strip.indent
    return Run((strip,), display=display, open_end=not ended and not display)


def measure_end(strip: Strip, manner: Manner, settings: Settings = SETTINGS) -> float:
    """What it costs to end a paragraph with this line."""
    if patterns.STOP.search(strip.plain):
        return 0.0
    if not manner.stops:
        return settings.stopless_end
    if patterns.HALF_STOP.search(strip.plain):
        return settings.half_stop
    return settings.bracket_end if patterns.BRACKET_END.search(strip.plain) else settings.open_end


def measure_display(strip: Strip, lead: bool, settings: Settings = SETTINGS) -> float:
    """What it costs to read this line as display type."""
    inner = len(patterns.INNER_MARKS.findall(strip.plain))
    cost = settings.display_base + settings.display_soft_mark * len(patterns.SOFT_MARKS.findall(strip.plain))
    cost += settings.display_mark * inner * (2 if inner > 1 else 1)
    if patterns.STOP.search(strip.plain) and strip.plain[-1] not in "?!”’":
        cost += settings.display_stop
    if patterns.COMMA_END.search(strip.plain):
        cost += settings.display_comma_end
    return cost + (settings.display_lead if lead else 0.0)


def is_lead(strip: Strip) -> bool:
    """Whether the line opens as the first of a news item does, with a dateline."""
    return bool(patterns.DATELINE.match(strip.plain) or patterns.BRACKET_DATELINE.match(strip.plain))


def _decode(strips: Sequence[Strip], manner: Manner, settings: Settings) -> list[str]:
    """The role of each line on the cheapest path."""
    widths = manner.widths
    count = len(widths)
    indices = range(count)
    misfit, slack = settings.misfit, settings.slack
    far = float("inf")
    # Best cost of a path that ends inside a paragraph, after one, or after display type.
    inside = [settings.start_inside] * count
    closed = [settings.start_single] * count
    display = 0.0
    trail: list[tuple[list[tuple[str, int]], list[tuple[str, int]], int]] = []
    for number, strip in enumerate(strips):
        lead = is_lead(strip)
        printed = strip.indent >= settings.printed_indent
        bare = settings.unmarked_line if manner.stops and not patterns.ANY_MARK.search(strip.plain) else 0.0
        opening = bare - (settings.lead_bonus if lead else 0.0) - (settings.indent_bonus if printed else 0.0)
        if manner.indents and not printed:
            opening += settings.indent_lack
        going_on = bare + (settings.indent_lack if manner.indents and printed else 0.0)
        if printed and not manner.indents:
            going_on += settings.indent_bonus / 2
        ending = measure_end(strip, manner, settings)
        shown = measure_display(strip, lead, settings) + (settings.printed_display if printed and manner.indents else 0)
        low, high = strip.width - 0.5 * strip.squeeze, strip.width + slack
        shift = strip.indent if printed else (0.0 if manner.block or manner.indents else settings.indent)
        best_inside = min(inside)
        inside_at = inside.index(best_inside)
        best_closed = min(closed)
        closed_at = closed.index(best_closed)
        turn_in = best_inside + settings.turn_inside
        turn_out = best_closed + settings.turn_between
        turn_display = display + settings.turn_after_display
        new_inside, new_closed = [far] * count, [far] * count
        from_inside: list[tuple[str, int]] = [("", 0)] * count
        from_closed: list[tuple[str, int]] = [("", 0)] * count
        for k in indices:
            width = widths[k]
            stay, origin = inside[k], ("I", k)
            if turn_in < stay:
                stay, origin = turn_in, ("I", inside_at)
            begin, source = closed[k], ("C", k)
            if number == 0:
                begin = 0.0
            if turn_out < begin:
                begin, source = turn_out, ("C", closed_at)
            if number and turn_display < begin:
                begin, source = turn_display, ("H", 0)
            over = low - width
            under = width - high
            middle = stay + going_on + (misfit * over if over > 0 else 0.0) + (misfit * under if under > 0 else 0.0)
            over += shift
            under -= shift
            first = begin + opening + (misfit * over if over > 0 else 0.0) + (misfit * under if under > 0 else 0.0)
            if first < middle:
                new_inside[k], from_inside[k] = first, source
            else:
                new_inside[k], from_inside[k] = middle, origin
            single = (
                begin
                + opening
                + ending
                + settings.single_line
                + (settings.start_single if number == 0 else 0.0)
                + (misfit * over if over > 0 else 0.0)
            )
            over -= shift
            last = stay + going_on + ending + (misfit * over if over > 0 else 0.0)
            if width - strip.width < 1:
                last += settings.full_last_line
            if last < single:
                new_closed[k], from_closed[k] = last, origin
            else:
                new_closed[k], from_closed[k] = single, source
        if number == 0:
            new_display, from_display = shown, -1
        elif best_closed <= display - settings.display_group:
            new_display, from_display = best_closed + shown, closed_at
        else:
            new_display, from_display = display - settings.display_group + shown, -1
        trail.append((from_inside, from_closed, from_display))
        inside, closed, display = new_inside, new_closed, new_display
    return _walk_back(trail, inside, closed, display, settings)


def _walk_back(
    trail: list[tuple[list[tuple[str, int]], list[tuple[str, int]], int]],
    inside: list[float],
    closed: list[float],
    display: float,
    settings: Settings,
) -> list[str]:
    """Roles from the end of the cheapest path to its beginning."""
    best_inside, best_closed = min(inside) + settings.stop_inside, min(closed)
    state, k = "H", 0
    if best_closed <= display and best_closed <= best_inside:
        state, k = "C", closed.index(best_closed)
    elif best_inside < display:
        state, k = "I", inside.index(min(inside))
    roles: list[str] = []
    for number in range(len(trail) - 1, -1, -1):
        from_inside, from_closed, from_display = trail[number]
        if state == "H":
            roles.append("H")
            state, k = ("H", 0) if from_display < 0 else ("C", from_display)
        elif state == "I":
            before, k = from_inside[k]
            roles.append("M" if before == "I" else "F")
            state = before
        else:
            before, k = from_closed[k]
            roles.append("L" if before == "I" else "S")
            state = before
    roles.reverse()
    return roles
