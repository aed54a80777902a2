"""Messages with their values that are in no language yet.

What is noted about an issue is shown in the reader's language, and written to JSON in English whoever writes it: two
people who convert the same file get the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.languages.saying import say, say_count


@dataclass(frozen=True, slots=True)
class Sentence:
    """A message and what fills its fields; `str` gives it in the reader's language."""

    message: str
    values: tuple[tuple[str, object], ...] = ()
    """Of the fields; sentences among them are translated too, and a tuple becomes a list with commas."""
    many: str = ""
    """How it is said where the value of `count` is not one."""

    def __str__(self) -> str:
        values = {
            name: say(", ").join(map(str, value)) if isinstance(value, tuple) else value for name, value in self.values
        }
        count = values.pop("count", None) if self.many else None
        return (
            say_count(self.message, self.many, count, **values)
            if isinstance(count, int)
            else say(self.message, **values)
        )

    @property
    def english(self) -> str:
        """The sentence in English, whatever the reader speaks."""
        values = {name: _to_english(value) for name, value in self.values}
        original = self.message if not self.many or values["count"] == 1 else self.many
        return original.format_map(values) if values else original


def sentence(message: str, /, **values: object) -> Sentence:
    """A message with its values, to be said in the language of whoever reads it."""
    return Sentence(message, tuple(values.items()))


def sentence_count(one: str, many: str, count: int, /, **values: object) -> Sentence:
    """As `sentence`, by number."""
    return Sentence(one, (("count", count), *values.items()), many)


def in_english(text: object) -> str:
    """A sentence in English, or an error that holds one; a text as it is."""
    return str(_to_english(text))


def _to_english(value: object) -> object:
    if isinstance(value, tuple):
        return ", ".join(map(in_english, value))
    return getattr(value, "english", value)
