"""The search fold: what makes 頭髮 and 头发, ＧＤＰ and gdp, 「 and “ the same."""

from __future__ import annotations

from functools import cache


@cache
def _table() -> dict[int, int]:
    """Made at the first fold, so that a program that searches nothing does not pay for it (2 ms)."""
    from reader.hanzi._fold_table import FOLDED, FORMS

    return str.maketrans(FORMS, FOLDED)


def fold(text: str) -> str:
    """The text with every character in the form that stands for all its variants.

    Traditional, Taiwan and Hong Kong forms, old variants 異體, radicals, full width, capitals, and marks of one kind
    are unified, character by character: the result is as long as the text, and offsets into either are the same.
    Folding twice changes nothing. What one simplified character stands for in several words (发 for 發 and 髮) is
    found by each of them.
    """
    return text.translate(_table())


@cache
def _variant_table() -> dict[int, int]:
    from reader.hanzi._variant_table import FOLDED, FORMS

    return str.maketrans(FORMS, FOLDED)


def fold_variants(text: str) -> str:
    """The fold, with the rare forms that Unihan gives as variants 異體 of a common one too (妬 妒, 塟 葬, 両 两).

    As long as the text. What `fold` unifies this unifies.
    """
    return text.translate(_table()).translate(_variant_table())


def list_forms() -> str:
    """Every character that `fold` or `fold_variants` changes, once."""
    return "".join(map(chr, {**_table(), **_variant_table()}))
