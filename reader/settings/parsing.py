"""A file of settings: what it says, and what is wrong with it."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from reader.hanzi.harmless import make_harmless
from reader.languages import say
from reader.settings.complaint import KEYS, Complaint
from reader.settings.declaration import Value
from reader.settings.lines import find_error, find_lines
from reader.settings.table import BY_NAME


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a file says, as far as it can be understood."""

    values: Mapping[str, Value] = field(default_factory=dict)
    """Settings → values."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Commands → keys, as they are written; whether there are such, who has the commands knows."""
    lines: Mapping[tuple[str, ...], int] = field(default_factory=dict)
    """Names from the file's top → lines."""
    complaints: tuple[Complaint, ...] = ()
    is_toml: bool = True

    def line_of(self, *path: str) -> int | None:
        """The line of an entry, or of the first thing in it, or of what it stands in."""
        if inside := [line for other, line in self.lines.items() if other[: len(path)] == path]:
            return min(inside)
        return self.line_of(*path[:-1]) if path else None


def parse_settings(text: str) -> Parsed:
    """What a file says; of each entry that is wrong a complaint, and all others apply."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, reason = find_error(error)
        sentence = say("this is no TOML, so that nothing in it applies: {error}", error=reason)
        return Parsed(complaints=(Complaint(sentence, line),), is_toml=False)
    except RecursionError:
        return Parsed(complaints=(Complaint(say("there are too many brackets in brackets")),), is_toml=False)
    parsed = Parsed(lines=find_lines(text))
    values: dict[str, Value] = {}
    complaints: list[Complaint] = []
    keys: dict[str, tuple[str, ...]] = {}
    for name, value in data.items():
        line = parsed.line_of(name)
        if name == KEYS:
            for command, written in value.items() if isinstance(value, dict) else ():
                if (listed := _find_keys(written)) is not None:
                    keys[command] = listed
                else:
                    complaints.append(_complain_of_keys(command, parsed.line_of(KEYS, command)))
            if not isinstance(value, dict):
                complaints.append(Complaint(say("keys is no single entry, but a table: [keys]"), line))
        elif name not in BY_NAME:
            complaints.append(Complaint(describe_unknown(name, BY_NAME), line))
        elif not (kind := BY_NAME[name].kind).takes(value):
            complaints.append(Complaint(describe_wrong(name, kind.describe(), value), line))
        else:
            values[name] = value
    complaints.sort(key=lambda complaint: complaint.line or 0)
    return Parsed(values, keys, parsed.lines, tuple(complaints))


def describe_unknown(name: str, known: Collection[str]) -> str:
    """A sentence about a setting that there is not, with the one that was perhaps meant."""
    from difflib import get_close_matches

    if near := get_close_matches(name, known, 1):
        return say("there is no setting {name}; is {near} meant?", name=_show(name), near=near[0])
    return say("there is no setting {name}; dubao config lists them", name=_show(name))


def describe_wrong(name: str, wanted: str, value: object) -> str:
    """A sentence about a value that an entry does not take, with what it does."""
    return say("{name} must be {wanted}, not {value}", name=name, wanted=wanted, value=_show(value))


def _find_keys(written: object) -> tuple[str, ...] | None:
    if isinstance(written, str):
        return (written,) if written else ()
    if isinstance(written, list) and all(isinstance(key, str) for key in written):
        return tuple(written)
    return None


def _complain_of_keys(command: str, line: int | None) -> Complaint:
    return Complaint(say('the keys of {command} must be written ["a", "ctrl+b"]', command=_show(command)), line)


def _show(value: object) -> str:
    """A value as the file has it, about, and no longer than a line."""
    shown = str(value).lower() if isinstance(value, bool) else make_harmless(" ".join(str(value).split()))
    return shown if len(shown) <= 40 else f"{shown[:39]}…"
