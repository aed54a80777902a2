"""Invented sentences: a stock of topics and phrases, and a desk that writes on one topic with one cast."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

_SLOT = re.compile(r"\{(\w+)\}")
_COUNTED = ("n", "money")
"""Slots for numbers that a headline tells."""
_DIGITS = "〇一二三四五六七八九"


class Region(StrEnum):
    """Whose manner a paper follows."""

    MAINLAND = "mainland"
    TAIWAN = "taiwan"
    HONG_KONG = "hong-kong"
    REPUBLICAN = "republican"


@dataclass(frozen=True, slots=True)
class Stock:
    """Everything that can be written in one region's manner."""

    region: Region
    topics: tuple[Mapping[str, Any], ...]
    phrases: Mapping[str, Any]


@cache
def load_stock(region: Region) -> Stock:
    """The invented copy of a region."""
    if region is Region.REPUBLICAN:
        copy = _read("republican")
        return Stock(region, tuple(copy.pop("topics")), copy)
    suffix = "" if region is Region.MAINLAND else "_traditional"
    return Stock(region, tuple(_read(f"topics{suffix}")["topics"]), _read(f"phrases{suffix}"))


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8"))


def say_number(number: int) -> str:
    """A number below 10,000 in Chinese numerals: 205 is 二百零五, 12 is 十二."""
    if number == 0:
        return "零"
    said, pending = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            said += ("零" if pending and said else "") + _DIGITS[digit] + unit
        pending = not digit and bool(said)
    return said.removeprefix("一") if 10 <= number < 20 else said


class Desk:
    """A writer on one topic: place, office and people stay the same through a story, as they do in life."""

    def __init__(self, random: Random, stock: Stock, topic: Mapping[str, Any]) -> None:
        self.random = random
        self.stock = stock
        self.topic = topic
        self.numerals = stock.region is Region.REPUBLICAN or (stock.region is Region.TAIWAN and random.random() < 0.4)
        self.people = [self.name() for _ in range(4)]
        self.places = random.sample([self.town() for _ in range(6)], 2)
        self.org: str = random.choice(topic["org"])
        self.act: str = random.choice(topic["act"])
        self.things: list[str] = random.sample(topic["thing"], 2)
        self.used: set[str] = set()
        self.title = ""
        """The title whose image the text takes up."""
        self.counts: dict[str, str] = {}
        """What the story counts, by the unit: its headline has the number of its text."""

    @property
    def phrases(self) -> Mapping[str, Any]:
        """The region's phrases."""
        return self.stock.phrases

    def name(self) -> str:
        """Somebody's name."""
        surname: str = self.random.choice(self.phrases["surname"])
        given: str = self.random.choice(self.phrases["given"])
        return surname + (given[-1] if self.random.random() < 0.25 and len(surname) == 1 else given)

    def town(self) -> str:
        """A place."""
        town: str = self.random.choice(self.phrases["town"])
        suffix: str = self.random.choice(self.phrases.get("town_suffix", [""]))
        return town + suffix

    def number(self, low: int, high: int) -> str:
        """A number, in the numerals of the paper."""
        number = self.random.randint(low, high)
        return say_number(number) if self.numerals else str(number)

    def write(self, key: str) -> str:
        """A phrase of that kind with its slots filled; not one this desk has used while there are others."""
        stock = self._stock(key)
        fresh = [phrase for phrase in stock if phrase not in self.used] or stock
        phrase = self.random.choice(fresh)
        self.used.add(phrase)
        return self.fill(phrase)

    def fill(self, phrase: str) -> str:
        """The phrase with its slots filled."""
        return _SLOT.sub(lambda match: self._slot(match[1], phrase[match.end() : match.end() + 1]), phrase)

    def paragraph(self, sentences: int, keys: tuple[str, ...] = ("fact", "middle")) -> str:
        """Some sentences in a row, new ones as long as there are any."""
        written = ""
        for _ in range(sentences):
            fresh = [key for key in keys if any(phrase not in self.used for phrase in self._stock(key))]
            written += self.write(self.random.choice(fresh or keys))
        return written

    def _stock(self, key: str) -> list[str]:
        stock: list[str] = self.topic[key] if key in self.topic else self.phrases[key]
        return stock

    def _slot(self, slot: str, unit: str) -> str:
        random = self.random
        fixed = {
            "place": self.places[0],
            "place2": self.places[1],
            "org": self.org,
            "act": self.act,
            "name": self.topic["name"],
            "title": self.title,
            "thing": self.things[0],
            "thing2": self.things[1],
            "person": self.people[0],
            "person2": self.people[1],
        }
        if slot in fixed:
            return str(fixed[slot])
        if slot == "head":
            return str(random.choice(self.topic["head"]))
        if slot == "code":
            return str(random.randint(1000, 9999))
        if slot == "time":
            times = [
                "昨天",
                "近日",
                f"{self.number(1, 12)}月{self.number(1, 28)}日",
                "日前",
                "本周一" if self.stock.region is Region.MAINLAND else "本週一",
            ]
            return random.choice(times)
        ranges = {"month": (1, 12), "day": (1, 28), "p": (3, 96), "age": (23, 81), "money": (2, 900), "n": (3, 80)}
        number = self.number(*ranges[slot])
        return self.counts.setdefault(slot + unit, number) if slot in _COUNTED else number
