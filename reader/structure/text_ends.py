"""Where a text ends that goes on below: at the next heading, byline or dateline."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from reader.structure.classes import LineClass, judge_all
from reader.structure.hints import is_lead
from reader.structure.lines import Strip
from reader.structure.manner import find_manner
from reader.structure.paragraphs import find_runs
from reader.structure.patterns import READER_SIGNATURE, SIGNATURE_LINE, SIGNED_END
from reader.structure.settings import SETTINGS, Settings


def find_text_end(text: Sequence[Strip], below: Sequence[Strip], settings: Settings = SETTINGS) -> int:
    """How many of the lines below a text are more of it."""
    if not text or SIGNED_END.search(text[-1].plain):
        return 0
    lines = (*text[-settings.column_reach :], *below[: settings.column_reach])
    known = len(lines) - len(below[: settings.column_reach])
    kinds = {piece.strip.line: piece.kind for piece in judge_all(lines, settings)}
    rest = tuple(takewhile(lambda strip: kinds.get(strip.line) is LineClass.TEXT, lines[known:]))
    count = 0
    for run in find_runs((*lines[:known], *rest), find_manner(lines, settings), settings):
        if count >= known and (run.display or is_lead(run.strips[0])):
            break
        count += len(run.strips)
        if count >= known and SIGNED_END.search(run.strips[-1].plain):
            break
    signature = lines[count].plain if known <= count < len(lines) and not run.display else ""
    count += bool(SIGNATURE_LINE.fullmatch(signature) or READER_SIGNATURE.fullmatch(signature))
    return max(0, count - known)
