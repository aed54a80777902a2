"""Page furniture and damage: what stands on a page and belongs to no article."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from reader.model import FurnitureKind, PartKind
from tests.generator.galley import Oddment, Story
from tests.generator.sentences import Desk, Region, say_number

_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_HAN_RUN = re.compile(r"[\u4e00-\u9fff]{8,}")
_STRAY = ("丨", "·", "★", "●", "■", "一", "、", "１")


def write_top(desk: Desk, chance: float, page: int) -> list[Oddment]:
    """Nameplate and folio, as they head a page."""
    random, region = desk.random, desk.stock.region
    found = []
    if page == 1 and random.random() < chance:
        found.append(Oddment(FurnitureKind.NAMEPLATE, _paper(desk)))
    if random.random() < chance:
        found.append(Oddment(FurnitureKind.FOLIO, _folio(desk, page)))
    if page == 1 and region is Region.MAINLAND and random.random() < chance * 0.5:
        number = f"{random.randint(10, 99)}-00{random.randint(10, 99)}"
        found.append(
            Oddment(
                FurnitureKind.IMPRINT,
                random.choice((f"国内统一刊号：CN {number}", f"国内统一连续出版物号 CN {number}")),
            )
        )
    if page == 1 and random.random() < chance * 0.3:
        found.append(
            Oddment(
                FurnitureKind.IMPRINT,
                _by_region(
                    region,
                    f"第{random.randint(100, 9999)}期 今日{random.randint(4, 16)}版",
                    f"第{say_number(random.randint(100, 9999))}號",
                ),
            )
        )
    return found


def write_bottom(desk: Desk, chance: float) -> list[Oddment]:
    """Editors, telephone, price, web address, page number."""
    random, region = desk.random, desk.stock.region
    if region is Region.REPUBLICAN:
        return []
    mainland = region is Region.MAINLAND
    found = []
    a, b, c = desk.name(), desk.name(), desk.name()
    editors = (
        (
            f"责任编辑 {a} 版式 {b} 校对 {c}",
            f"责任编辑：{a}　版式：{b}",
            f"责编／{a} 美编／{b} 校对／{c}",
            f"本版编辑：{a}",
        )
        if mainland
        else (f"責任編輯／{a} 美術編輯／{b}", f"責任編輯：{a}　校對：{c}", f"版面編輯：{a}")
    )
    phone = f"0400-{random.randint(6000000, 8999999)}"
    if random.random() < chance:
        found.append(Oddment(FurnitureKind.IMPRINT, random.choice(editors)))
    if random.random() < chance * 0.6:
        found.append(Oddment(FurnitureKind.IMPRINT, (f"新闻热线：{phone}" if mainland else f"讀者熱線：{phone}")))
    if random.random() < chance * 0.3:
        found.append(Oddment(FurnitureKind.IMPRINT, "零售价：1.50元" if mainland else "每份售價10元"))
    if random.random() < chance * 0.3:
        found.append(
            Oddment(FurnitureKind.IMPRINT, "网址：www.example.invalid" if mainland else "網址：www.example.invalid")
        )
    if mainland and random.random() < chance * 0.2:
        found.append(Oddment(FurnitureKind.OTHER, "扫一扫 关注本报微信"))
    if random.random() < chance * 0.3:
        found.append(Oddment(FurnitureKind.FOLIO, random.choice(("1", "02", "- 3 -", "A4"))))
    return found


def write_contents(desk: Desk) -> list[Oddment]:
    """A teaser: a heading, then headlines of other pages with their page."""
    random = desk.random
    heading = random.choice(("导读", "今日导读") if desk.stock.region is Region.MAINLAND else ("今日導讀", "要目"))
    rows = [heading]
    for _ in range(random.randint(2, 4)):
        writer = Desk(random, desk.stock, random.choice(desk.stock.topics))
        page = random.randint(2, 16)
        rows.append(
            writer.write("contents") + random.choice((f"（见{page}版）", f" {page}版", f"▶{page}版", f"……A{page}版"))
        )
    if desk.stock.region is not Region.MAINLAND:
        rows = [row.replace("见", "見") for row in rows]
    return [Oddment(FurnitureKind.CONTENTS, row) for row in rows]


def write_jump(region: Region, page: int, step: int) -> Oddment:
    """The line that sends a reader to the next page (`step` 1), or tells where a text comes from (-1)."""
    there = page + step
    mainland = (f"（下转第{there}版）", f"（上接第{there}版）")
    others = (f"（下轉第{there}版）", f"（上接第{there}版）")
    return Oddment(FurnitureKind.JUMP, (mainland if region is Region.MAINLAND else others)[step < 0])


def write_running_head(desk: Desk, chance: float) -> Oddment | None:
    """A line that heads every page of an issue alike, or none."""
    if desk.random.random() >= chance * 0.6:
        return None
    return Oddment(
        FurnitureKind.FOLIO,
        f"{_paper(desk)}　{desk.write('weekday')}" if "weekday" in desk.phrases else "漱江新報　日刊",
    )


def write_stray(random: Random) -> Oddment:
    """A speck that the OCR took for a character."""
    return Oddment(FurnitureKind.OTHER, random.choice(_STRAY))


def damage_story(story: Story, random: Random, chance: float) -> Story:
    """Digits of the wrong width, and runs of glyphs that could not be read."""
    wide, lost = random.random() < chance, random.random() < chance * 0.5
    pieces = list(story.pieces)
    for index, piece in enumerate(pieces):
        if piece.kind is not PartKind.PARAGRAPH:
            continue
        text = piece.text.translate(_FULL_WIDTH) if wide else piece.text
        run = _HAN_RUN.search(text)
        if lost and run and random.random() < 0.5:
            at = random.randint(run.start() + 2, run.end() - 5)
            text = text[:at] + "□" * 3 + text[at + 3 :]
        pieces[index] = replace(piece, text=text)
    return replace(story, pieces=tuple(pieces))


def _paper(desk: Desk) -> str:
    if desk.stock.region is Region.REPUBLICAN:
        return "漱江新報"
    return str(desk.random.choice(desk.phrases["paper"]))


def _by_region(region: Region, modern: str, old: str) -> str:
    return old if region is Region.REPUBLICAN else modern


def _folio(desk: Desk, page: int) -> str:
    random = desk.random
    year, month, day = random.randint(1998, 2024), random.randint(1, 12), random.randint(1, 28)
    if desk.stock.region is Region.REPUBLICAN:
        date = f"中華民國{say_number(year % 20 + 12)}年{say_number(month)}月{say_number(day)}日"
        return f"{date}　漱江新報　第{say_number(page + 1)}版"
    weekday, section = desk.write("weekday"), desk.write("section")
    if desk.stock.region is Region.TAIWAN:
        return f"中華民國{year - 1911}年{month}月{day}日 {weekday} A{page} {section}"
    return random.choice(
        (
            f"{year}年{month}月{day}日 {weekday} 第{page}版 {section}",
            f"{year}年{month}月{day}日　{weekday}",
            f"第{page}版 {section}",
            f"A{page:02d} {section} {year}年{month}月{day}日 {weekday}",
        )
    )
