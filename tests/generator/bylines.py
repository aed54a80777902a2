"""Who wrote it: the forms of bylines and datelines in four regions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from random import Random

from reader.model import Author, PartKind
from tests.generator.galley import Piece, Place
from tests.generator.sentences import Desk, Region


class Signing(StrEnum):
    """Where a story names its author."""

    BEFORE = "before"  # a line of its own above the body
    INLINE = "inline"  # in brackets within the first line
    TAIL = "tail"  # in brackets behind the last words
    AFTER = "after"  # a line of its own below the body
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Signature:
    """A story's byline and dateline, sorted by where they stand."""

    before: tuple[Piece, ...] = ()
    lead: tuple[Piece, ...] = ()
    behind: tuple[Piece, ...] = ()
    authors: tuple[Author, ...] = ()


_REPORTER = {Region.MAINLAND: "记者", Region.TAIWAN: "記者", Region.HONG_KONG: "記者", Region.REPUBLICAN: "記者"}
_STRINGER = {
    Region.MAINLAND: "通讯员",
    Region.TAIWAN: "特約記者",
    Region.HONG_KONG: "實習記者",
    Region.REPUBLICAN: "通信員",
}


def sign(desk: Desk, signing: Signing, *, dateline: bool) -> Signature:
    """A byline where the page's habit puts it, with or without a dateline."""
    random, region = desk.random, desk.stock.region
    if region is Region.REPUBLICAN:
        return _sign_republican(desk, signing, dateline)
    role = _REPORTER[region]
    authors = tuple(Author(desk.name(), role) for _ in range(random.choice((1, 1, 1, 2))))
    if random.random() < 0.3:
        authors += tuple(Author(desk.name(), _STRINGER[region]) for _ in range(random.choice((1, 1, 2))))
    if signing is Signing.NONE:
        return Signature(lead=_dateline(desk) if dateline else ())
    if signing is Signing.BEFORE:
        line = _own_line(random, region, authors, desk)
        lead = _dateline(desk) if dateline else ()
        return Signature((Piece(PartKind.BYLINE, line),), lead, authors=authors)
    if signing is Signing.INLINE:
        return _sign_inline(desk, authors)
    names = " ".join(author.name for author in authors)
    lead = _dateline(desk) if dateline else ()
    if signing is Signing.TAIL:
        text = f"（{names}）" if random.random() < 0.5 else f"（{role} {names}）"
        authors = tuple(Author(author.name, role if role in text else None) for author in authors)
        return Signature((), lead, (Piece(PartKind.BYLINE, text, Place.TAIL),), authors)
    text = random.choice(
        (f"（{names}）", f"□{names}", f"本报{role} {names}" if region is Region.MAINLAND else f"（{names}）")
    )
    authors = tuple(Author(author.name, f"本报{role}" if "本报" in text else None) for author in authors)
    return Signature((), lead, (Piece(PartKind.BYLINE, text),), authors)


def _dateline(desk: Desk) -> tuple[Piece, ...]:
    random, region = desk.random, desk.stock.region
    month, day = random.randint(1, 12), random.randint(1, 28)
    forms = {
        Region.MAINLAND: (
            "本报讯",
            "本报讯",
            f"本报{desk.places[0][:2]}{month}月{day}日电",
            f"本报{month}月{day}日讯",
            "本报综合消息",
        ),
        Region.TAIWAN: ("【本報訊】", "本報訊"),
        Region.HONG_KONG: ("【本報訊】", "【本報專訊】", "【特訊】", "（本報訊）"),
    }
    return (Piece(PartKind.DATELINE, random.choice(forms[region]), Place.LEAD),)


def _own_line(random: Random, region: Region, authors: tuple[Author, ...], desk: Desk) -> str:
    names = [author.name for author in authors if author.role == _REPORTER[region]]
    others = [author.name for author in authors if author.role != _REPORTER[region]]
    if region is not Region.MAINLAND:
        joined = "、".join(names)
        return random.choice(
            (f"記者{joined}／{desk.places[0][:2]}報導", f"文／{joined}", f"記者 {joined}", f"記者{joined}／綜合報導")
        )
    gap = random.choice((" ", " ", "　"))
    padded = [name[0] + "　" + name[1] if len(name) == 2 and random.random() < 0.4 else name for name in names]
    text = (
        random.choice(("□记者", "□记者", "■记者", "记者", "本报记者", "○记者", "◎本报记者", "见习记者", "□ 记者")) + gap
    )
    text += random.choice((gap, "、")).join(padded)
    if others:
        text += gap + "通讯员" + gap + gap.join(others)
    return text + random.choice(("", "", "", " 文/图"))


def _sign_inline(desk: Desk, authors: tuple[Author, ...]) -> Signature:
    random, region = desk.random, desk.stock.region
    place = desk.places[0][:2]
    if region is Region.MAINLAND:
        roles = list(dict.fromkeys(author.role for author in authors))
        names = {role: random.choice((" ", "、")).join(a.name for a in authors if a.role == role) for role in roles}
        text = "（" + " ".join(f"{role} {names[role]}" for role in roles) + "）"
        return Signature((), (*_dateline(desk), Piece(PartKind.BYLINE, text, Place.LEAD)), authors=authors)
    authors = tuple(Author(author.name, "記者") for author in authors)
    joined = "、".join(author.name for author in authors)
    if region is Region.TAIWAN:
        form = random.choice(("〔記者{}／{}報導〕", "【記者{}／{}報導】", "（記者{}／{}報導）")).format(joined, place)
        return Signature((), (Piece(PartKind.BYLINE, form, Place.LEAD),), authors=authors)
    form = random.choice(("【本報記者{}報道】", "（本報記者{}報道）", "【本報記者{}{}報道】")).format(joined, place)
    authors = tuple(Author(author.name, "本報記者") for author in authors)
    return Signature((), (Piece(PartKind.BYLINE, form, Place.LEAD),), authors=authors)


def _sign_republican(desk: Desk, signing: Signing, dateline: bool) -> Signature:
    random = desk.random
    city = random.choice(desk.phrases["city"])
    form = random.choice(("（{}{}日專電）", "【本報{}通信】", "〔{}{}日電〕", "（{}快信）"))
    day = desk.number(1, 28)
    lead = (Piece(PartKind.DATELINE, form.format(city, day), Place.LEAD),) if dateline else ()
    pen = random.choice(desk.phrases["pen"])
    authors = (Author(pen),)
    if signing is Signing.BEFORE:
        return Signature((Piece(PartKind.BYLINE, f"（{pen}）"),), lead, authors=authors)
    if signing is Signing.TAIL:
        return Signature((), lead, (Piece(PartKind.BYLINE, f"（{pen}）", Place.TAIL),), authors)
    return Signature(lead=lead)
