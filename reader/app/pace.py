"""How long an article takes to read."""

from __future__ import annotations

from itertools import chain, islice
from typing import Final

from reader.hanzi.characters import is_han
from reader.model import Article

HAN_A_MINUTE: Final = 400
"""Adults read Chinese prose silently at 300 to 500 characters a minute."""

LETTERS_A_MINUTE: Final = 1100
"""… and English at some 240 words (Brysbaert 2019), of somewhat less than five letters; French and German are near."""

_SAMPLE: Final = 200
"""Characters that show the script: the time is told anew at every step."""


def reading_minutes(article: Article) -> float:
    """Minutes that the whole of an article takes, by its length and script."""
    sample = list(islice(chain.from_iterable(part.text for part in article.body), _SAMPLE))
    speed = HAN_A_MINUTE if 2 * sum(map(is_han, sample)) > len(sample) else LETTERS_A_MINUTE
    return article.length / speed
