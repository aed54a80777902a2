"""The table of variant groups with what each mode of search unifies.

`python -m tests.hanzi.variant_modes` prints it; with `--write` it goes to `tests/corpus/variant_modes.txt`, which a
test holds against the tables.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from reader.hanzi.fold import fold, fold_variants
from reader.hanzi.lookalikes import fold_lookalikes

CORPUS = Path(__file__).parents[1] / "corpus"
TABLE = CORPUS / "variant_modes.txt"
MODES: dict[str, Callable[[str], str]] = {"folded": fold, "variants": fold_variants, "fuzzy": fold_lookalikes}

RARE = ("妬妒", "塟葬", "朙明", "囓啮", "妳奶", "両两")
"""Variants that only the mode for them unifies."""
DIFFERENT = tuple(
    "欠缺 芸艺 缶罐 予豫 弁辨 糸丝 浜滨 沪滤 烟完 沪沍 它他 彻澈 余予 关阎 零〇 复覆 己已巳 未末 日曰".split()  # noqa: SIM905
)
"""Different words, some of which Japanese or Unihan takes for one; those that look alike are one in fuzzy search."""

HEAD = """\
# What each mode of search unifies in the groups of variants.txt, in rare variants, and in words that are different.
# = the whole group; else its classes, parted by |. The mode exact unifies nothing.
# Written by tests/hanzi/variant_modes.py.
"""


def read_groups(name: str) -> list[str]:
    """The groups of a file: words of the lines that are no comment."""
    lines = (CORPUS / name).read_text(encoding="utf-8").splitlines()
    return [group for line in lines if not line.startswith("#") for group in line.split()]


def describe(group: str, reading: Callable[[str], str]) -> str:
    """The classes of a group that a mode does not tell apart, or = where that is all of it."""
    classes: dict[str, str] = {}
    for character in group:
        classes[reading(character)] = classes.get(reading(character), "") + character
    return "=" if len(classes) == 1 else "|".join(classes.values())


def make_table() -> str:
    """The table, a line a group."""
    lines = [f"group {' '.join(MODES)}"]
    for group in [*read_groups("variants.txt"), *RARE, *DIFFERENT]:
        lines.append(" ".join([group, *(describe(group, reading) for reading in MODES.values())]))
    return HEAD + "\n".join(lines) + "\n"


if __name__ == "__main__":
    if "--write" in sys.argv:
        TABLE.write_text(make_table(), encoding="utf-8", newline="\n")
    print(make_table(), end="")
