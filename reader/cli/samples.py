"""`dubao --sample`: the newspapers that come with the program."""

from __future__ import annotations

from collections.abc import Iterator

from reader.cli.columns import GAP, align
from reader.errors import ReaderError
from reader.languages import say
from reader.library import find_samples


def format_samples() -> Iterator[str]:
    """A line a sample: its name, the newspaper, and where it is."""
    rows = [[sample.name, sample.title, str(sample.path)] for sample in find_samples()]
    for row in align(rows) if rows else ():
        yield (" " * GAP).join(row)


def find_sample(name: str | None) -> str:
    """The path of the sample of that name, or of the first one.

    Raises:
        ReaderError: Where there is none of that name.
    """
    samples = find_samples()
    for sample in samples:
        if name is None or sample.name == name:
            return str(sample.path)
    names = " ".join(sample.name for sample in samples)
    raise ReaderError(
        say("--sample {name}: there is no such sample; there are: {names}", name=name or "", names=names or "-")
    )
