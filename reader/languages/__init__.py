"""The interface's words in the reader's language: English in the code, Chinese in the catalogues under `locale`.

    say("Bookmarked; B lists them.")                                     a message, translated
    say("{name} cannot be read: {error}", name=name, error=error)        with fields, which stay as they are
    say_count("{count} match", "{count} matches", count)                 by number
    title = message("Next article")                                      marked here, and `say(title)` where it is shown
    sentence("{name} cannot be read", name=name)                         for files in English, for the screen by `str`

`python -m scripts.languages` takes the messages out of the code and compiles the catalogues. Text that belongs to a
newspaper (headings of an exported issue, citations) speaks the newspaper's language: `reader/export/language.py`.
"""

from __future__ import annotations

from reader.languages.choice import LANGUAGE_NAMES, Language, find_language, parse_language
from reader.languages.saying import LOCALE, message, say, say_count, set_language, spoken_language
from reader.languages.sentences import Sentence, in_english, sentence, sentence_count

__all__ = [
    "LANGUAGE_NAMES",
    "LOCALE",
    "Language",
    "Sentence",
    "find_language",
    "in_english",
    "message",
    "parse_language",
    "say",
    "say_count",
    "sentence",
    "sentence_count",
    "set_language",
    "spoken_language",
]
