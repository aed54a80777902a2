"""Articles of every genre a daily prints, written on a desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from reader.model import ArticleKind, Author, PartKind
from tests.generator.bylines import Signature, Signing, sign
from tests.generator.galley import Piece, Place, Story
from tests.generator.sentences import Desk, Region

_PARAGRAPH = PartKind.PARAGRAPH
_CREDITS = {
    Region.MAINLAND: ("记者 {} 摄", "{} 摄", "记者 {} 摄影报道", "通讯员 {} 供图", "本报记者 {} 摄"),
    Region.TAIWAN: ("記者{}攝", "圖／記者{}攝", "（記者{}攝）"),
    Region.HONG_KONG: ("記者{}攝", "圖：{}", "（{}攝）"),
    Region.REPUBLICAN: ("（{}攝）",),
}
_SIGNED_FIRST = 0.25
_FREE_VERSE = 0.5
_EDITORS_NOTE = 0.2
_TAKEN_UP = 0.6
"""Share of the opinions whose text says the image of its title again, at its beginning or its end."""
_BOX_MARKS = ("■", "▲", "●", "")


@dataclass(frozen=True, slots=True)
class Habits:
    """What the paper does in all its stories."""

    signing: Signing | None = None
    """Where bylines stand; drawn anew for each story if None."""
    dateline: float = 0.5
    """Share of news with a dateline."""
    figurative: float = 0.15
    """Share of headlines that are images, with a factual kicker (虚题)."""
    longest: int = 7
    """Most paragraphs in a news story."""


Package = list[Story]
"""Stories that are printed one after the other: a column of briefs, a series."""


def _signing(desk: Desk, habits: Habits) -> Signing:
    if habits.signing is not None:
        return habits.signing
    return desk.random.choice((Signing.BEFORE, Signing.INLINE, Signing.INLINE, Signing.TAIL, Signing.NONE))


def _heading(desk: Desk, habits: Habits) -> list[Piece]:
    random = desk.random
    figurative = "figure" in desk.topic and random.random() < habits.figurative
    key = "figure" if figurative else "title" if "title" in desk.topic and random.random() < 0.5 else "headline"
    pieces = [Piece(PartKind.HEADLINE, desk.write(key))]
    if "kicker" in desk.phrases and (figurative or random.random() < 0.4):
        pieces.insert(0, Piece(PartKind.KICKER, desk.write("kicker")))
    for _ in range(random.choice((0, 0, 0, 1, 2) if desk.stock.region is Region.REPUBLICAN else (0, 0, 1))):
        pieces.append(Piece(PartKind.SUBHEADLINE, desk.write("subheadline")))
    return pieces


def _paragraphs(desk: Desk, count: int) -> list[str]:
    random = desk.random
    keys = ("middle",) if desk.stock.region is Region.REPUBLICAN else ("fact", "middle")
    texts = [desk.write("lead") + desk.paragraph(random.randint(0, 2), keys)]
    texts += [desk.paragraph(random.randint(1, 3), keys) for _ in range(count - 2)]
    return [*texts, desk.paragraph(random.randint(0, 1), keys) + desk.write("close")] if count > 1 else texts


def _assemble(head: list[Piece], signature: Signature, body: list[Piece], kind: ArticleKind, genre: str) -> Story:
    pieces = (*head, *signature.before, *signature.lead, *body, *signature.behind)
    return Story(kind, pieces, genre, signature.authors)


def write_news(desk: Desk, habits: Habits) -> Package:
    """News with any mix of kicker, headline and subheadline."""
    random = desk.random
    signature = sign(desk, _signing(desk, habits), dateline=random.random() < habits.dateline)
    body = [Piece(_PARAGRAPH, text) for text in _paragraphs(desk, random.randint(2, habits.longest))]
    head = _heading(desk, habits)
    if "label" in desk.phrases and random.random() < 0.12:
        head.insert(0, Piece(PartKind.LABEL, desk.write("label")))
    return [_assemble(head, signature, body, ArticleKind.ARTICLE, "news")]


def write_feature(desk: Desk, habits: Habits) -> Package:
    """A long story under crossheads."""
    random = desk.random
    signature = sign(desk, _signing(desk, habits), dateline=False)
    texts = _paragraphs(desk, random.randint(6, 10))
    body = [Piece(_PARAGRAPH, text) for text in texts]
    numbered = random.random() < 0.3
    places = sorted(random.sample(range(1, len(body)), random.randint(2, 3)), reverse=True)
    for rank, at in enumerate(places):
        text = desk.write("crosshead")
        text = f"{'一二三四'[len(places) - 1 - rank]}、{text}" if numbered else text
        body.insert(at, Piece(PartKind.CROSSHEAD, text))
    if "comment" in desk.phrases and random.random() < _EDITORS_NOTE:
        word = "编者按" if desk.stock.region is Region.MAINLAND else "編者按"
        body.insert(0, Piece(PartKind.NOTE, f"{word}：{desk.write('comment')}"))
    return [_assemble(_heading(desk, habits), signature, body, ArticleKind.ARTICLE, "feature")]


def write_boxed(desk: Desk, habits: Habits) -> Package:
    """News with a fact box or a list at its end."""
    story = write_news(desk, habits)[0]
    random = desk.random
    heading = random.choice(_BOX_MARKS) + desk.write("fact_heading")
    items = [desk.write("fact") for _ in range(random.randint(2, 3))]
    if random.random() < 0.5:
        items = [f"{index + 1}.{item}" for index, item in enumerate(items)]
    behind = tuple(piece for piece in story.pieces if piece.place is Place.TAIL)
    if behind or story.pieces[-1].kind is PartKind.BYLINE:
        return [replace(story, genre="news")]
    box = (Piece(PartKind.CROSSHEAD, heading), *(Piece(_PARAGRAPH, item) for item in items))
    return [replace(story, pieces=story.pieces + box, genre="boxed")]


def write_briefs(desk: Desk, habits: Habits) -> Package:
    """Several items under one heading; the heading is the first item's label."""
    random = desk.random
    mark = (
        random.choice(("●", "▲", "○", "■", "◆", ""))
        if desk.stock.region is not Region.REPUBLICAN
        else random.choice("○●▲")
    )
    titled = random.random() < 0.4
    stories = []
    for index in range(random.randint(3, 6)):
        topic = random.choice(desk.stock.topics)
        writer = Desk(random, desk.stock, topic)
        republican = desk.stock.region is Region.REPUBLICAN
        text = writer.write("lead") + writer.write("close") if republican else writer.write("brief")
        pieces: list[Piece] = [Piece(PartKind.LABEL, desk.write("brief_heading"))] if index == 0 else []
        if titled:
            pieces += [Piece(PartKind.HEADLINE, mark + writer.write("headline")), Piece(_PARAGRAPH, text)]
        elif mark:
            pieces.append(Piece(_PARAGRAPH, mark + text))
        else:
            form = "本报讯" if desk.stock.region is Region.MAINLAND else "【本報訊】"
            pieces += [Piece(PartKind.DATELINE, form, Place.LEAD), Piece(_PARAGRAPH, text)]
        stories.append(Story(ArticleKind.BRIEF, tuple(pieces), "briefs"))
    return stories


def write_wire(desk: Desk, habits: Habits) -> Package:
    """Republican telegrams: a dateline each, no headlines."""
    stories = []
    for index in range(desk.random.randint(3, 6)):
        writer = Desk(desk.random, desk.stock, desk.random.choice(desk.stock.topics))
        label = [Piece(PartKind.LABEL, desk.write("wire_heading"))] if index == 0 else []
        lead = sign(writer, Signing.NONE, dateline=True).lead
        pieces = (*label, *lead, Piece(_PARAGRAPH, writer.write("wire")))
        stories.append(Story(ArticleKind.BRIEF, pieces, "wire"))
    return stories


def write_photo(desk: Desk, habits: Habits) -> Package:
    """A photo story: headline, caption, credit on its own line or run on."""
    random = desk.random
    credit = random.choice(_CREDITS[desk.stock.region]).format(desk.name())
    place = random.choice((Place.OWN, Place.OWN, Place.TAIL))
    head = Piece(PartKind.HEADLINE, desk.write("title" if random.random() < 0.5 else "headline"))
    pieces = (head, Piece(PartKind.CAPTION, desk.write("caption")), Piece(PartKind.CREDIT, credit, place))
    return [Story(ArticleKind.PHOTO, pieces, "photo")]


def write_commentary(desk: Desk, habits: Habits) -> Package:
    """An opinion, signed at its end or under its headline."""
    random = desk.random
    republican = desk.stock.region is Region.REPUBLICAN
    key = "essay" if republican else "comment"
    body = [Piece(_PARAGRAPH, desk.paragraph(random.randint(1, 3), (key,))) for _ in range(random.randint(3, 5))]
    title = desk.write("figure" if "figure" in desk.topic else "headline")
    if "figure" in desk.topic and random.random() < _TAKEN_UP:
        at = random.choice((0, -1))
        desk.title = title.replace(" ", "，")
        said = desk.write("taken_up")
        body[at] = replace(body[at], text=said + body[at].text if at == 0 else body[at].text + said)
    head = [Piece(PartKind.HEADLINE, title)]
    if not republican and random.random() < 0.5:
        form = random.choice(("■{}", "●{}", "【{}】", "{}"))
        head.insert(0, Piece(PartKind.LABEL, form.format(desk.write("comment_label"))))
    pen = desk.name()
    if random.random() < _SIGNED_FIRST:
        pieces = (*head, Piece(PartKind.BYLINE, f"（{pen}）" if republican else pen), *body)
    else:
        where = random.choice((Place.TAIL, Place.TAIL, Place.OWN))
        pieces = (*head, *body, Piece(PartKind.BYLINE, f"（{pen}）", where))
    return [Story(ArticleKind.ARTICLE, pieces, "commentary", (Author(pen),))]


def write_letters(desk: Desk, habits: Habits) -> Package:
    """Readers' letters with salutation and signature."""
    random = desk.random
    stories = []
    for index in range(random.randint(1, 3)):
        writer = Desk(random, desk.stock, random.choice(desk.stock.topics))
        texts = [writer.write("salutation")] if random.random() < 0.6 else []
        texts += [writer.paragraph(random.randint(1, 3), ("letter",)) for _ in range(random.randint(1, 2))]
        name, town = writer.name(), writer.places[0]
        label = [Piece(PartKind.LABEL, desk.write("letters_heading"))] if index == 0 else []
        head = Piece(PartKind.HEADLINE, writer.write("headline"))
        where = random.choice((Place.OWN, Place.TAIL))
        byline = Piece(PartKind.BYLINE, f"（{town} {name}）" if where is Place.TAIL else f"{town} {name}", where)
        pieces = (*label, head, *(Piece(_PARAGRAPH, text) for text in texts), byline)
        stories.append(Story(ArticleKind.ARTICLE, pieces, "letters"))
    return stories


def write_interview(desk: Desk, habits: Habits) -> Package:
    """Questions and answers."""
    random = desk.random
    asks, tells = random.choice((("问：", "答："), ("记者：", f"{desk.people[0]}：")))
    if desk.stock.region is not Region.MAINLAND:
        asks, tells = asks.replace("问", "問").replace("记", "記"), tells
    body = [Piece(_PARAGRAPH, desk.write("lead"))]
    for _ in range(random.randint(2, 4)):
        body.append(Piece(_PARAGRAPH, asks + desk.write("question")))
        body.append(Piece(_PARAGRAPH, tells + desk.write("answer") + desk.paragraph(random.randint(0, 1))))
    signature = sign(desk, _signing(desk, habits), dateline=False)
    return [_assemble(_heading(desk, habits), signature, body, ArticleKind.ARTICLE, "interview")]


def write_series(desk: Desk, habits: Habits) -> Package:
    """Parts of one series, alike in words: on one topic in one place, each with people and doings of its own."""
    stories = []
    series = desk.fill("{place}{name}")
    report = "系列报道" if desk.stock.region is Region.MAINLAND else "系列報導"
    for number in "一二三"[: desk.random.randint(2, 3)]:
        part = Desk(desk.random, desk.stock, desk.topic)
        part.places[0] = desk.places[0]
        story = write_news(part, replace(habits, figurative=0.0, longest=4))[0]
        heads = [piece for piece in story.pieces if piece.kind is PartKind.HEADLINE]
        rest = [
            p
            for p in story.pieces
            if p.kind not in (PartKind.KICKER, PartKind.SUBHEADLINE, PartKind.HEADLINE, PartKind.LABEL)
        ]
        sub = Piece(PartKind.SUBHEADLINE, f"——{series}{report}之{number}")
        stories.append(replace(story, pieces=(*heads, sub, *rest), genre="series"))
    return stories


def write_notices(desk: Desk, habits: Habits) -> Package:
    """Lost-and-found lines under one heading, or one public announcement.

    Items with a mark are a notice each, and the heading is the first one's label; without marks they are one block.
    """
    random = desk.random
    mainland = desk.stock.region is Region.MAINLAND
    if random.random() < 0.5:
        pieces = (Piece(PartKind.HEADLINE, "公告"), Piece(_PARAGRAPH, desk.write("announcement")))
        return [Story(ArticleKind.NOTICE, pieces, "notices")]
    heading = "遗失声明" if mainland else "遺失聲明"
    mark = random.choice(("●", "▲", ""))
    items = [Piece(_PARAGRAPH, mark + desk.write("notice")) for _ in range(random.randint(2, 4))]
    if not mark:
        return [Story(ArticleKind.NOTICE, (Piece(PartKind.HEADLINE, heading), *items), "notices")]
    first = Story(ArticleKind.NOTICE, (Piece(PartKind.LABEL, heading), items[0]), "notices")
    return [first, *(Story(ArticleKind.NOTICE, (item,), "notices") for item in items[1:])]


def write_verse(desk: Desk, habits: Habits) -> Package:
    """A poem with its author: four lines of one length, or modern verse of uneven ones."""
    random = desk.random
    stock: list[str] = desk.phrases["verse"]
    at = random.randrange(0, len(stock) - 3, 4)
    poem = stock[at : at + 4]
    if "free_verse" in desk.phrases and random.random() < _FREE_VERSE:
        poem = desk.write("free_verse").split("/")
    pen = desk.name()
    byline = Piece(
        PartKind.BYLINE,
        f"（{pen}）" if desk.stock.region is Region.REPUBLICAN else random.choice((pen, f"□{pen}", f"（{pen}）")),
    )
    lines = (Piece(PartKind.VERSE, line) for line in poem)
    pieces = (Piece(PartKind.HEADLINE, desk.write("verse_title")), byline, *lines)
    return [Story(ArticleKind.VERSE, pieces, "verse", (Author(pen),))]


def write_table(desk: Desk, habits: Habits) -> Package:
    """Weather, prices, winning numbers: lines that are no prose."""
    random = desk.random
    mainland = desk.stock.region is Region.MAINLAND
    if desk.stock.region is Region.REPUBLICAN:
        goods = ("糙米", "白米", "小麥", "黃豆", "菜油", "棉紗")
        rows = [f"{name}　每石{desk.number(3, 12)}元{desk.number(1, 9)}角" for name in random.sample(goods, 4)]
        head = "昨日糧市"
    elif random.random() < 0.6:
        head = "天气预报" if mainland else "天氣預報"
        rows = [_forecast(desk) for _ in range(random.randint(3, 6))]
        rows = rows if mainland else [row.replace("级", "級") for row in rows]
    else:
        head = "今日菜价（元/公斤）" if mainland else "今日菜價（元/公斤）"
        goods = ("青菜", "豆腐", "冬瓜", "番茄", "芹菜", "土豆")
        rows = [f"{name} {random.randint(1, 9)}.{random.randint(10, 99)}" for name in random.sample(goods, 4)]
    pieces = (Piece(PartKind.HEADLINE, head), *(Piece(PartKind.TABLE, row) for row in rows))
    return [Story(ArticleKind.TABLE, pieces, "table")]


def _forecast(desk: Desk) -> str:
    random = desk.random
    warmth = f"{random.randint(2, 15)}℃～{random.randint(16, 34)}℃"
    return f"{desk.town()} {desk.write('sky')} {warmth} {desk.write('wind')}{random.randint(1, 5)}级"


def write_advertisement(desk: Desk, habits: Habits) -> Package:
    """A shop's advertisement in display lines."""
    texts = [desk.write("advert") for _ in range(desk.random.randint(2, 4))]
    pieces = (Piece(PartKind.HEADLINE, desk.write("advert_title")), *(Piece(_PARAGRAPH, text) for text in texts))
    return [Story(ArticleKind.ADVERTISEMENT, pieces, "advertisement")]


Writer = Callable[[Desk, Habits], Package]

WRITERS: dict[str, Writer] = {
    "news": write_news,
    "feature": write_feature,
    "boxed": write_boxed,
    "briefs": write_briefs,
    "wire": write_wire,
    "photo": write_photo,
    "commentary": write_commentary,
    "letters": write_letters,
    "interview": write_interview,
    "series": write_series,
    "notices": write_notices,
    "verse": write_verse,
    "table": write_table,
    "advertisement": write_advertisement,
}
"""Every genre by name."""

MODERN_MIX = {
    "news": 10, "feature": 2, "boxed": 1, "briefs": 2, "photo": 2, "commentary": 2, "letters": 1, "interview": 1,
    "series": 1, "notices": 1, "verse": 1, "table": 1,
}  # fmt: skip
"""How often each genre stands on a modern page, as weights."""

REPUBLICAN_MIX = {"news": 9, "briefs": 2, "wire": 1, "commentary": 2, "verse": 1, "table": 1, "advertisement": 1}
"""The same for a page of the 1930s."""
