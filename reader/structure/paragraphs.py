"""Which lines make a paragraph: the cheapest reading of a run of lines (Viterbi over column width and role).

A line is the first (F), a middle (M) or the last (L) line of a paragraph, a paragraph of its own (S), or display type
(H). Full lines are as wide as their column; first lines are two em short where the indent was stripped; last lines end
a sentence. Linear in the number of lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.structure import patterns
from reader.structure.genres import find_genre
from reader.structure.leads import find_cuts, opens_article
from reader.structure.lines import Strip
from reader.structure.matching import find_grams
from reader.structure.settings import SETTINGS, Settings


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
    prose = [strip for strip in strips if strip.width >= settings.prose_line]
    ended = sum(1 for strip in prose if patterns.STOP.search(strip.plain))
    indented = sum(1 for strip in prose if strip.indent >= settings.printed_indent)
    return Manner(
        widths=_find_widths(strips, settings),
        indents=settings.indent_least * len(prose) <= indented and indented > 1,
        joined=_is_joined(prose, ended, settings),
        spaced=sum(1 for strip in prose if patterns.GAP.search(strip.plain)) > settings.gap_share * len(prose),
        block=_is_block(prose, settings),
    )


def find_item_titles(strips: Sequence[Strip], settings: Settings = SETTINGS) -> frozenset[int]:
    """Indices of marked lines that are the titles of items, not the beginning of their text.

    Items under one heading are all of a kind: either none of their first lines has a mark of prose and not all of them
    are as wide as a first line, or they are text.
    """
    groups: list[list[int]] = []
    for at, strip in enumerate(strips):
        if not strip.item:
            continue
        last = groups[-1][-1] if groups else -1
        near = last >= 0 and at - last <= settings.item_lines
        if near and strips[last].plain[0] == strip.plain[0]:
            groups[-1].append(at)
        else:
            groups.append([at])
    titles: set[int] = set()
    for group in groups:
        if len(group) > 1 and not any(patterns.INNER_MARKS.search(strips[at].plain) for at in group):
            bounds = [*group[1:], min(len(strips), group[-1] + settings.item_lines)]
            odd = sum(_is_no_first_line(strips, at, end, settings) for at, end in zip(group, bounds, strict=True))
            if odd > settings.titles_share * len(group):
                titles.update(group)
    return frozenset(titles)


def _repeats(strips: Sequence[Strip], at: int, settings: Settings) -> bool:
    """Whether the next two lines have the words of this one again, as the text below a headline has."""
    plain = strips[at].plain
    if patterns.INNER_MARKS.search(plain) or strips[at].width < settings.narrowest_column:
        return False
    words = set(find_grams(plain, 2))
    text = "".join(strip.plain for strip in strips[at + 1 : at + 3])
    return bool(words) and sum(word in text for word in words) >= settings.repeated_words * len(words)


def find_second_halves(strips: Sequence[Strip]) -> frozenset[int]:
    """Indices of lines that close a bracket which the line before has opened: the two belong to one paragraph."""
    found: set[int] = set()
    for at, (before, strip) in enumerate(pairwise(strips), 1):
        for opening, closing in ("()", "[]", "【】", "《》"):
            if before.plain.rfind(opening) > before.plain.rfind(closing):
                close, reopen = strip.plain.find(closing), strip.plain.find(opening)
                if close >= 0 and not 0 <= reopen < close:
                    found.add(at)
    return frozenset(found)


def _is_no_first_line(strips: Sequence[Strip], at: int, end: int, settings: Settings) -> bool:
    """Whether a line is too short or too wide to be the first of the text that follows it, or has the same words."""
    words = set(find_grams(strips[at].plain, 2))
    text = "".join(strip.plain for strip in strips[at + 1 : end])
    if words and sum(word in text for word in words) >= settings.title_words * len(words):
        return True
    full = max((strip.width for strip in strips[at + 1 : end]), default=0.0)
    lack = full - strips[at].width
    return lack > settings.indent + settings.slack or lack < -settings.slack


def _is_joined(prose: Sequence[Strip], ended: int, settings: Settings) -> bool:
    """Whether lines are paragraphs: nearly all end one, or many are wider than any column."""
    wide = sum(1 for strip in prose if strip.width > settings.widest_column)
    return bool(prose) and (ended >= settings.joined_share * len(prose) or wide >= settings.joined_wide * len(prose))


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


def _is_block(prose: Sequence[Strip], settings: Settings) -> bool:
    """Whether the line after a short last line is as wide as those that follow it, not two em short."""
    full_after = short_after = 0
    for at in range(1, len(prose) - 2):
        before, first = prose[at - 1], prose[at]
        full = max(prose[at + 1].width, prose[at + 2].width)
        if before.width <= full - 3 and patterns.STOP.search(before.plain):
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
    plain = strip.plain
    ended = bool(patterns.STOP.search(plain) or patterns.SIGNED_END.search(plain) or plain[-1] in "、,;")
    ended = ended or bool(patterns.SALUTATION.fullmatch(plain))
    prose = ended or "。" in plain or plain.count("、") + plain.count(",") > 2 or is_lead(strip)
    display = not prose and strip.width <= settings.joined_display and strip.indent < settings.printed_indent
    return Run((strip,), display=display, open_end=not ended and not display)


def measure_end(strip: Strip, stops: bool, settings: Settings = SETTINGS) -> float:
    """What it costs to end a paragraph with this line."""
    if patterns.STOP.search(strip.plain):
        return 0.0
    if not stops:
        return settings.stopless_end if patterns.STOPLESS_END.search(strip.plain) else settings.stopless_open_end
    if patterns.HALF_STOP.search(strip.plain):
        return settings.half_stop
    return settings.bracket_end if patterns.BRACKET_END.search(strip.plain) else settings.open_end


def measure_display(strip: Strip, lead: bool, stops: bool, settings: Settings = SETTINGS) -> float:
    """What it costs to read this line as display type."""
    inner = len(patterns.INNER_MARKS.findall(strip.plain)) + (0 if stops else strip.plain.count("、"))
    cost = settings.display_base + settings.display_soft_mark * len(patterns.SOFT_MARKS.findall(strip.plain))
    cost += settings.display_mark * inner * (2 if inner > 1 else 1)
    if patterns.STOP.search(strip.plain) and strip.plain[-1] not in "?!”’":
        cost += settings.display_stop
    if "。" in strip.plain[:-1] or patterns.TURN.match(strip.plain):
        cost += settings.display_stop
    if patterns.COMMA_END.search(strip.plain):
        cost += settings.display_comma_end
    return cost + (settings.display_lead if lead else 0.0)


def is_lead(strip: Strip, following: Strip | None = None) -> bool:
    """Whether the line opens as the first of a news item does: with a dateline or a byline, or the first half of one."""
    plain = strip.plain[strip.item :]
    if plain[:1] in "([【":
        if following is not None and not any(bracket in plain for bracket in ")]】"):
            plain += following.plain
        return opens_article(find_cuts(plain[: SETTINGS.lead_reach]))
    return bool(patterns.DATELINE.match(plain))


def find_candidates(strips: Sequence[Strip], manner: Manner, settings: Settings = SETTINGS) -> list[tuple[int, ...]]:
    """For each line the column widths to try: the page's own and those of its neighbours."""
    estimates = [min(_WIDEST, round(strip.width - 0.25 * strip.squeeze)) for strip in strips]
    reach = settings.widths_reach
    near: Counter[int] = Counter(estimates[:reach])
    page = tuple(width for width in manner.widths if width <= _WIDEST)
    result: list[tuple[int, ...]] = []
    for at in range(len(strips)):
        if at + reach < len(strips):
            near[estimates[at + reach]] += 1
        if at > reach:
            near[estimates[at - reach - 1]] -= 1
        local = [w for w, n in near.most_common(2) if n >= settings.widths_least and w >= settings.narrowest_local]
        wider = [w + 1 for w in local if w < _WIDEST]
        result.append(tuple(dict.fromkeys((*local, *wider, *page))))
    return result


_UNBROKEN = re.compile(r"[“‘(《「]*([A-Za-z0-9.,%/-]{2,})")


def _measure_pushed(strips: Sequence[Strip], number: int) -> float:
    """By how much a line may be short because the word or number that opens the next one could not be broken."""
    following = strips[number + 1].plain if number + 1 < len(strips) else ""
    match = _UNBROKEN.match(following)
    return 0.5 * len(match.group()) if match else 0.0


_WIDEST = round(SETTINGS.widest_column)
_FAR = float("inf")

_Step = tuple[dict[int, tuple[str, int]], dict[int, tuple[str, int]], int]
"""Where the best paths to each state of one line came from: inside a paragraph, after one, and display type."""


def _decode(strips: Sequence[Strip], manner: Manner, settings: Settings) -> list[str]:
    """The role of each line on the cheapest path."""
    misfit, soft, slack = settings.misfit, settings.soft_misfit, settings.slack
    # Best cost, by column width, of a path that ends inside a paragraph or after one; and after display type.
    inside, closed, display = [_FAR] * (_WIDEST + 1), [_FAR] * (_WIDEST + 1), _FAR
    trail: list[_Step] = []
    has_stops = find_stops(strips, settings)
    candidates = find_candidates(strips, manner, settings)
    titles = find_item_titles(strips, settings)
    halves = find_second_halves(strips)
    for number, (strip, stops) in enumerate(zip(strips, has_stops, strict=True)):
        lead = is_lead(strip, strips[number + 1] if number + 1 < len(strips) else None)
        printed = strip.indent >= settings.printed_indent
        bare = 0.0 if patterns.ANY_MARK.search(strip.plain) else settings.unmarked_em * strip.width
        opening = bare - (settings.lead_bonus if lead else 0.0) - (settings.indent_bonus if printed else 0.0)
        if manner.indents and not printed:
            opening += settings.indent_lack
        going_on = bare + (settings.indent_lack if manner.indents and printed else 0.0)
        if strip.item:
            opening -= settings.item_open
            going_on += settings.item_open
        if not manner.spaced and patterns.GAP.search(strip.plain):
            going_on += settings.display_gap
        if printed and not manner.indents:
            going_on += settings.indent_bonus / 2
        ending = measure_end(strip, stops, settings)
        joined_on = strip.plain[0] in patterns.NEVER_FIRST or number in halves
        if joined_on:
            opening += settings.never_first
        staying = settings.signed_open if patterns.SIGNED_END.search(strip.plain) else 0.0
        if patterns.TURN.match(strip.plain):
            opening -= settings.turn_of_speech
            going_on += settings.turn_of_speech / 2
        if patterns.SALUTATION.fullmatch(strip.plain):
            ending, opening = 0.0, opening - settings.salutation
        if not stops and not patterns.ANY_MARK.search(strip.plain):
            opening += settings.stopless_bare
        alone = ending + settings.single_line + (0.0 if number else settings.start_single)
        filled = settings.full_last_line if stops else settings.stopless_full
        shown = measure_display(strip, lead, stops, settings)
        if joined_on:
            shown += settings.never_first
        if strip.width > settings.widest_column:
            shown += settings.never_first
        if printed and manner.indents:
            shown += settings.printed_display
        if _repeats(strips, number, settings):
            shown -= settings.repeated_display
        if strip.width <= settings.label_limit and find_genre(strip.plain) is not None:
            shown -= settings.genre_display
            going_on += settings.genre_display
        if strip.item:
            shown -= settings.item_open
            if number in titles:
                shown -= settings.item_title
        if patterns.SUBHEAD_CUE.match(strip.plain):
            shown -= settings.deck_display
            opening += settings.deck_display
        low, high = strip.width - 0.5 * strip.squeeze, strip.width + slack + _measure_pushed(strips, number)
        if strip.width > settings.widest_column:
            low, high = 0.0, _FAR
        shift = strip.indent if printed else (0.0 if manner.block or manner.indents else settings.indent)
        # Papers without full stops had no indents either (before 1950); a mark takes the place of one.
        flush = 0.0 if strip.item or not stops else settings.flush
        flush_below = min(flush, settings.flush_below)
        best_inside, best_closed = min(inside), min(closed)
        inside_at, closed_at = inside.index(best_inside), closed.index(best_closed)
        turn_in = best_inside + settings.turn_inside if number else settings.start_inside
        turn_out = best_closed + settings.turn_between if number else 0.0
        origin_out = ("C", closed_at)
        if number and display + settings.turn_after_display < turn_out:
            turn_out, origin_out = display + settings.turn_after_display, ("H", 0)
        new_inside, new_closed = [_FAR] * (_WIDEST + 1), [_FAR] * (_WIDEST + 1)
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
    return _walk_back(trail, inside, closed, display, settings)


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
