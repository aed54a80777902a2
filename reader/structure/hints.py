"""What a line and its neighbours hint about its role: a lead, a title, a text that goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reader.structure import patterns
from reader.structure.bylines import has_surname
from reader.structure.genres import find_genre
from reader.structure.leads import find_cuts, opens_article
from reader.structure.lines import Strip
from reader.structure.matching import find_grams
from reader.structure.settings import SETTINGS, Settings

_UNBROKEN = re.compile(r"[“‘(《「]*([A-Za-z0-9.,%/-]{2,})")
"""A word or number at the head of a line, which 避头尾 keeps in one piece."""


def is_lead(strip: Strip, following: Strip | None = None) -> bool:
    """Whether the line opens as the first of a news item does: with a dateline or a byline, or half of one."""
    plain = strip.plain[strip.item :]
    if plain[:1] in "([【":
        if following is not None and not any(bracket in plain for bracket in ")]】"):
            plain += following.plain
        return opens_article(find_cuts(plain[: SETTINGS.lead_reach]))
    return bool(patterns.DATELINE.match(plain))


def judge_items(strips: Sequence[Strip], has_stops: Sequence[bool], settings: Settings = SETTINGS) -> dict[int, bool]:
    """For marked lines, by index, whether they are the titles of items or the beginning of their text.

    Items under one heading are all of a kind: either none of their first lines has a mark of prose and not all of them
    are as wide as a first line, or they are text. A line is absent where its company does not tell.
    """
    groups: list[list[int]] = []
    parted = True
    for at, strip in enumerate(strips):
        if not strip.item:
            # Another heading over items: they may be of another kind.
            parted = parted or (strip.width <= settings.label_limit and names_column(strip.plain))
            continue
        last = groups[-1][-1] if groups else -1
        near = not parted and at - last <= settings.item_lines
        parted = False
        if near and strips[last].plain[0] == strip.plain[0]:
            groups[-1].append(at)
        else:
            groups.append([at])
    judged: dict[int, bool] = {}
    for group in groups:
        run_in = sum(bool(patterns.RUN_IN.match(strips[at].plain[strips[at].item :])) for at in group)
        if len(group) > 1 and (2 * run_in > len(group) or any(_is_text(strips[at], has_stops[at]) for at in group)):
            judged.update(dict.fromkeys(group, False))
        elif len(group) > 1:
            bounds = [*group[1:], min(len(strips), group[-1] + settings.item_lines)]
            odd = sum(_is_no_first_line(strips, at, end, settings) for at, end in zip(group, bounds, strict=True))
            if odd > settings.titles_share * len(group):
                judged.update(dict.fromkeys(group, True))
    return judged


def _is_text(strip: Strip, stops: bool) -> bool:
    """Whether a line has a mark of prose: 、 too, where it is the only one."""
    return bool(patterns.INNER_MARKS.search(strip.plain)) or (not stops and "、" in strip.plain)


def _is_no_first_line(strips: Sequence[Strip], at: int, end: int, settings: Settings) -> bool:
    """Whether a line is too short or too wide to be the first of the text that follows it, or has the same words."""
    words = set(find_grams(strips[at].plain, 2))
    text = "".join(strip.plain for strip in strips[at + 1 : end])
    if words and sum(word in text for word in words) >= settings.title_words * len(words):
        return True
    full = max((strip.width for strip in strips[at + 1 : end]), default=0.0)
    # The text of a short item may not fill a line: what stands around tells how wide the column is.
    near = strips[max(0, at - settings.item_lines) : end + settings.item_lines]
    widest = max((strip.width for strip in near if not strip.item), default=0.0)
    return full - strips[at].width > settings.indent + settings.slack or strips[at].width > widest + settings.slack


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


def find_broken_words(strips: Sequence[Strip], words: frozenset[str]) -> frozenset[int]:
    """Indices of lines whose end breaks a word that the page has elsewhere, so that the next line of prose goes on."""
    return frozenset(
        at
        for at, (strip, following) in enumerate(pairwise(strips))
        if strip.plain[-1].isalnum()
        and (patterns.INNER_MARKS.search(following.plain) or "、" in following.plain)
        and (strip.plain[-2:] + following.plain[:1] in words or strip.plain[-1:] + following.plain[:2] in words)
    )


def find_turns(strips: Sequence[Strip], settings: Settings = SETTINGS) -> frozenset[int]:
    """Indices of lines that begin with who speaks: 问： 记者： and, near those, a name."""
    asked = [at for at, strip in enumerate(strips) if patterns.TURN.match(strip.plain)]
    found = set(asked)
    for at in asked:
        for near in range(max(0, at - settings.turn_reach), min(len(strips), at + settings.turn_reach)):
            match = patterns.ANSWER.match(strips[near].plain)
            if match is not None and has_surname(match.group(1)):
                found.add(near)
    return frozenset(found)


def names_column(plain: str) -> bool:
    """Whether a short line names a genre or a standing column: 简讯, 【时评】."""
    if find_genre(plain) is not None or patterns.BOX_HEADING.fullmatch(plain):
        return True
    return bool(patterns.BRACKETED_LABEL.fullmatch(plain)) and not opens_article(find_cuts(plain))


def repeats(strips: Sequence[Strip], at: int, settings: Settings) -> bool:
    """Whether the next lines have the words of this one again, as the text below a headline has."""
    plain = strips[at].plain
    if patterns.INNER_MARKS.search(plain) or strips[at].width < settings.narrowest_column:
        return False
    words = set(find_grams(plain, 2))
    reach = round(settings.repeated_reach / max(1.0, strips[at + 1].width)) if at + 1 < len(strips) else 0
    text = "".join(strip.plain for strip in strips[at + 1 : at + 1 + max(2, reach)])
    return bool(words) and sum(word in text for word in words) >= settings.repeated_words * len(words)


def measure_pushed(strips: Sequence[Strip], number: int) -> float:
    """By how much a line may be short because the word or number that opens the next one could not be broken."""
    following = strips[number + 1].plain if number + 1 < len(strips) else ""
    match = _UNBROKEN.match(following)
    return 0.5 * len(match.group()) if match else 0.0


def measure_end(strip: Strip, stops: bool, settings: Settings = SETTINGS) -> float:
    """What it costs to end a paragraph with this line."""
    if patterns.STOP.search(strip.plain) or patterns.HALF_CREDIT.fullmatch(strip.plain):
        return 0.0
    if not stops:
        return settings.stopless_end if patterns.STOPLESS_END.search(strip.plain) else settings.stopless_open_end
    if patterns.HALF_STOP.search(strip.plain):
        return settings.half_stop
    return settings.bracket_end if patterns.BRACKET_END.search(strip.plain) else settings.open_end


def measure_display(strip: Strip, lead: bool, stops: bool, settings: Settings = SETTINGS) -> float:
    """What it costs to read this line as display type."""
    inner = len(patterns.INNER_MARKS.findall(strip.plain)) + (0 if stops else strip.plain.count("、"))
    if patterns.ASKING_KICKER.fullmatch(strip.plain):
        inner = 0
    cost = settings.display_base + settings.display_soft_mark * len(patterns.SOFT_MARKS.findall(strip.plain))
    cost += settings.display_mark * inner * (2 if inner > 1 else 1)
    if patterns.STOP.search(strip.plain) and strip.plain[-1] not in "?!”’":
        cost += settings.display_stop
    if "。" in strip.plain[:-1]:
        cost += settings.display_stop
    if patterns.COMMA_END.search(strip.plain):
        cost += settings.display_comma_end
    if patterns.ILLEGIBLE.fullmatch(strip.plain):
        cost += settings.never_first
    return cost + (settings.display_lead if lead else 0.0)
