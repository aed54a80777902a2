"""Which lines make a paragraph: the cheapest reading of a run of lines (Viterbi over column width and role).

A line is the first (F), a middle (M) or the last (L) line of a paragraph, a paragraph of its own (S), or display type
(H). Full lines are as wide as their column; first lines are two em short where the indent was stripped; last lines end
a sentence. Linear in the number of lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.structure import patterns
from reader.structure.hints import (
    find_broken_words,
    find_second_halves,
    find_turns,
    is_lead,
    judge_items,
    measure_display,
    measure_end,
    measure_pushed,
    names_column,
    repeats,
)
from reader.structure.lines import Strip
from reader.structure.manner import WIDEST, Manner, find_candidates, find_stops
from reader.structure.settings import SETTINGS, Settings

_FAR = float("inf")

_Step = tuple[dict[int, tuple[str, int]], dict[int, tuple[str, int]], int]
"""Where the best paths to each state of one line came from: inside a paragraph, after one, and display type."""


@dataclass(frozen=True, slots=True)
class Run:
    """A paragraph, or one display line."""

    strips: tuple[Strip, ...]
    display: bool
    open_start: bool = False
    """It begins in mid-paragraph."""
    open_end: bool = False
    """It ends without a sentence's end."""


def find_runs(
    strips: Sequence[Strip],
    manner: Manner,
    settings: Settings = SETTINGS,
    *,
    comes_from: bool = False,
    goes_on: bool = False,
    fresh: bool = False,
) -> tuple[Run, ...]:
    """The paragraphs and display lines of a run of lines, in order; every line is in exactly one.

    Args:
        strips: the lines.
        manner: how the page is set.
        settings: the constants.
        comes_from: whether the text comes from another page 上接, and so begins in mid-sentence.
        goes_on: whether it goes on on another page 下转.
        fresh: whether an article has surely ended before it, so that a heading is due.
    """
    if not strips:
        return ()
    if manner.joined:
        return _join_open([_judge_joined(strip, settings) for strip in strips])
    roles = _decode(strips, manner, settings, 0.0 if comes_from else settings.start_inside, goes_on, fresh)
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


def _join_open(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs of lines that are paragraphs, with one that a very wide column broke made whole again."""
    found: list[Run] = []
    for run in runs:
        before = found[-1] if found else None
        if before is None or before.display or not before.open_end or run.display or _opens(run.strips[0]):
            found.append(run)
        else:
            found[-1] = Run((*before.strips, *run.strips), False, before.open_start, run.open_end)
    return tuple(found)


def _opens(strip: Strip) -> bool:
    """Whether a line of a joined page is the beginning of a paragraph by its own words or print."""
    return bool(strip.item) or strip.indent > 0 or is_lead(strip)


def _judge_joined(strip: Strip, settings: Settings) -> Run:
    """A line of a page whose lines are paragraphs already."""
    plain = strip.plain
    ended = bool(patterns.STOP.search(plain) or patterns.SIGNED_END.search(plain) or plain[-1] in "、,;")
    ended = ended or bool(patterns.SALUTATION.fullmatch(plain))
    prose = ended or "。" in plain or plain.count("、") + plain.count(",") > 2 or is_lead(strip)
    short = strip.width <= settings.joined_display and strip.indent < settings.printed_indent
    display = strip.title or (not prose and short)
    return Run((strip,), display=display, open_end=not ended and not display)


def _decode(
    strips: Sequence[Strip], manner: Manner, settings: Settings, start_inside: float, goes_on: bool, fresh: bool
) -> list[str]:
    """The role of each line on the cheapest path."""
    misfit, soft, slack = settings.misfit, settings.soft_misfit, 0.0 if manner.exact else settings.slack
    # Best cost, by column width, of a path that ends inside a paragraph or after one; and after display type.
    inside, closed, display = [_FAR] * (WIDEST + 1), [_FAR] * (WIDEST + 1), _FAR
    trail: list[_Step] = []
    has_stops = find_stops(strips, settings)
    candidates = find_candidates(strips, manner, settings)
    titles = judge_items(strips, has_stops, settings)
    halves = find_second_halves(strips)
    turns = find_turns(strips, settings)
    broken = find_broken_words(strips, manner.words)
    rate = max(settings.unmarked_em, settings.mark_weight * manner.marks)
    for number, (strip, stops) in enumerate(zip(strips, has_stops, strict=True)):
        lead = is_lead(strip, strips[number + 1] if number + 1 < len(strips) else None)
        printed = strip.indent >= settings.printed_indent
        bare = 0.0 if patterns.ANY_MARK.search(strip.plain) else min(settings.unmarked_most, rate * strip.width)
        opening = bare - (settings.lead_bonus if lead else 0.0) - (settings.indent_bonus if printed else 0.0)
        if manner.indents and not printed:
            opening += settings.indent_lack
        going_on = bare + (settings.indent_lack if manner.indents and printed else 0.0)
        if manner.galleys and not strip.tight:
            going_on += settings.gap_inside
        if strip.item:
            opening -= settings.item_open
            going_on += settings.item_open
        if not manner.spaced and patterns.GAP.search(strip.plain):
            going_on += settings.display_gap
            if not lead and not patterns.ANY_MARK.search(strip.plain):
                opening += settings.display_gap
        if printed and not manner.indents:
            going_on += settings.indent_bonus / 2
        if strip.column and number:
            going_on += settings.column_joined
        ending = measure_end(strip, stops, settings)
        joined_on = strip.plain[0] in patterns.NEVER_FIRST or number in halves
        clitic = number > 0 and patterns.CLITIC.match(strip.plain) is not None
        if joined_on or clitic:
            opening += settings.never_first
        closed_here = patterns.SIGNED_END.search(strip.plain) or patterns.NOTICE_END.search(strip.plain)
        stopped = stops and patterns.STOP.search(strip.plain)
        staying = settings.signed_open if closed_here else settings.stop_at_end if stopped else 0.0
        if number in turns:
            opening -= settings.turn_of_speech
            going_on += settings.turn_of_speech / 2
        if patterns.SALUTATION.fullmatch(strip.plain):
            ending, opening = 0.0, opening - settings.salutation
        if lead and strip.plain[0] in "([【":
            going_on += settings.lead_inside
        if not stops and not patterns.ANY_MARK.search(strip.plain):
            opening += settings.stopless_bare
        alone = ending + settings.single_line + (0.0 if number else settings.start_single)
        filled = settings.full_last_line if stops else settings.stopless_full
        shown = measure_display(strip, lead, stops, settings)
        if joined_on:
            shown += settings.never_first
        elif clitic:
            shown += settings.clitic_display
        if number in broken:
            shown += settings.broken_word
        if _is_even(strips, number, settings):
            shown += settings.even_display
        if number in turns:
            shown += settings.display_stop
        if strip.width > settings.widest_column:
            shown += settings.never_first
        if strip.title:
            shown, going_on = 0.0, _FAR
        if printed and manner.indents:
            shown += settings.printed_display
        if (fresh and number == 0) or (number and patterns.SIGNED_END.search(strips[number - 1].plain)):
            shown -= settings.fresh_display
        if number + 1 < len(strips) and not patterns.END_MARK.search(strip.plain) and is_lead(strips[number + 1]):
            shown -= settings.lead_display
        if repeats(strips, number, settings):
            shown -= settings.repeated_display
        if strip.width <= settings.label_limit and names_column(strip.plain):
            shown -= settings.genre_display
            going_on += settings.genre_display
        if strip.item:
            shown -= settings.item_open
            if number in titles:
                shown -= settings.item_title if titles[number] else -settings.item_text
        if patterns.SUBHEAD_CUE.match(strip.plain):
            shown -= settings.deck_display
            opening += settings.deck_display
        low, high = strip.width - 0.5 * strip.squeeze, strip.width + slack + measure_pushed(strips, number)
        if strip.width > settings.widest_column:
            low, high = 0.0, _FAR
        shift = strip.indent if printed else (0.0 if manner.block or manner.indents else settings.indent)
        # Papers without full stops had no indents either (before 1950); a mark takes the place of one.
        flush = 0.0 if strip.item or not stops else settings.flush
        flush_below = min(flush, settings.flush_below)
        best_inside, best_closed = min(inside), min(closed)
        inside_at, closed_at = inside.index(best_inside), closed.index(best_closed)
        turn_in = best_inside + settings.turn_inside if number else start_inside
        turn_out = best_closed + settings.turn_between if number else 0.0
        origin_out = ("C", closed_at)
        if number and display + settings.turn_after_display < turn_out:
            turn_out, origin_out = display + settings.turn_after_display, ("H", 0)
        new_inside, new_closed = [_FAR] * (WIDEST + 1), [_FAR] * (WIDEST + 1)
        from_inside: dict[int, tuple[str, int]] = {}
        from_closed: dict[int, tuple[str, int]] = {}
        for width in candidates[number]:
            stay, begin = inside[width], closed[width]
            origin, source = ("I", width), ("C", width)
            if turn_in < stay:
                stay, origin = turn_in, ("I", inside_at)
            if turn_out < begin:
                begin, source = turn_out, origin_out
            over, under = low - width, width - high
            off = soft * abs(width - strip.width)
            flat = misfit * max(over, 0.0, under) + off
            middle = stay + going_on + flat + staying
            first = begin + opening + staying + misfit * max(over + shift, 0.0, under - shift)
            first += soft * abs(width - strip.width - shift)
            first = min(first, begin + opening + staying + flat + (flush_below if source[0] == "H" else flush))
            if first < middle:
                new_inside[width], from_inside[width] = first, source
            else:
                new_inside[width], from_inside[width] = middle, origin
            single = begin + opening + alone + misfit * max(over + shift, 0.0)
            last = stay + going_on + ending + misfit * max(over, 0.0)
            if width - strip.width < 1:
                last += filled
            if last < single:
                new_closed[width], from_closed[width] = last, origin
            else:
                new_closed[width], from_closed[width] = single, source
        if number == 0:
            new_display, from_display = shown, -1
        elif best_closed <= display - settings.display_group:
            new_display, from_display = best_closed + shown, closed_at
        else:
            new_display, from_display = display - settings.display_group + shown, -1
        trail.append((from_inside, from_closed, from_display))
        inside, closed, display = new_inside, new_closed, new_display
    if goes_on:
        # Where the sentence goes on overleaf, the last line is in the middle of a paragraph.
        inside = [cost - 2 * settings.stop_inside for cost in inside]
    return _walk_back(trail, inside, closed, display, settings)


def _is_even(strips: Sequence[Strip], at: int, settings: Settings) -> bool:
    """Whether a line is as wide as the one before and the one behind it, and as wide as a column may be."""
    width = strips[at].width
    if not 0 < at < len(strips) - 1 or width < settings.narrowest_even:
        return False
    return all(abs(near.width - width) <= settings.even_slack for near in (strips[at - 1], strips[at + 1]))


def _walk_back(
    trail: list[_Step], inside: list[float], closed: list[float], display: float, settings: Settings
) -> list[str]:
    """Roles from the end of the cheapest path to its beginning."""
    best_inside, best_closed = min(inside) + settings.stop_inside, min(closed)
    state, k = "H", 0
    if best_closed <= display and best_closed <= best_inside:
        state, k = "C", closed.index(best_closed)
    elif best_inside < display:
        state, k = "I", inside.index(min(inside))
    roles: list[str] = []
    for from_inside, from_closed, from_display in reversed(trail):
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
