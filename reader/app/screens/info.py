"""The info screen: what is known about the issue and the article, what is uncertain, and the page's furniture."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import ClassVar

from rich.text import Text
from textual.widget import Widget
from textual.widgets import Static

from reader.app.cells import display_text
from reader.app.names import page_name
from reader.app.screens.panel import Panel, PanelScroll
from reader.app.script_view import ScriptView
from reader.hanzi.harmless import make_harmless
from reader.model import Article, FurnitureKind, Issue

FURNITURE_NAMES = {
    FurnitureKind.NAMEPLATE: "报头",
    FurnitureKind.FOLIO: "报眉",
    FurnitureKind.IMPRINT: "版权",
    FurnitureKind.CONTENTS: "导读",
    FurnitureKind.DUPLICATE: "重影",
    FurnitureKind.JUMP: "转接",
    FurnitureKind.OTHER: "其他",
}

SURE, FAIR = 0.9, 0.6
"""From these on, nine and six in ten articles are right as they stand (`benchmarks.structure`, confidence)."""


class InfoScreen(Panel[None]):
    """About this issue and this article."""

    ACTIONS: ClassVar[Mapping[str, str]] = {"info": "close"}
    TITLE_TEXT = "本期说明 About this issue"

    def __init__(self, issue: Issue, article: Article | None, script: ScriptView) -> None:
        super().__init__()
        self.issue = issue
        self.article = article
        self.script = script

    def panel(self) -> Widget:
        """Lines of plain text in groups."""
        return PanelScroll(*(Static(text, classes="info-group") for text in self._groups()))

    def _groups(self) -> Iterator[Text]:
        issue, article, show = self.issue, self.article, self.script.show_text
        yield _group(
            "本期 Issue",
            [
                ("报名", show(issue.title) if issue.title else "未知 unknown"),
                ("日期", issue.date.isoformat() if issue.date else "未知 unknown"),
                ("来源", f"{make_harmless(issue.source)}（{issue.format}）"),
                ("内容", f"{len(issue.pages)} 版  {len(issue.articles)} 篇"),
            ],
        )
        if article is not None:
            names = {page.id: page_name(page, number) for number, page in enumerate(issue.pages, 1)}
            authors = "  ".join(f"{author.role or ''} {author.name}".strip() for author in article.authors)
            rows = [
                ("编号", f"{article.id}（{article.kind.value}）"),
                ("题名", show(article.title) or "无题 untitled"),
                ("版次", "、".join(names.get(page, page) for page in article.pages)),
                ("作者", show(authors) or "未署名 unsigned"),
                ("字数", str(article.length)),
            ]
            if article.jump is not None:
                rows.append(("转接", show("  ".join(filter(None, [article.jump.to, article.jump.origin])))))
            if (recognised := _mean_recognition(issue, article.pages)) is not None:
                rows.append(("识别", f"本版文字识别均值 {recognised:.0%} · mean confidence of the text recognition"))
            if article.confidence is not None:
                rows.append(("把握", f"{article.confidence:.0%}（{_name_confidence(article.confidence)}）"))
            rows += [("存疑", note.message) for note in issue.notes if note.article == article.id]
            yield _group("本篇 Article", rows)
        general = [note for note in issue.notes if note.article is None]
        if general:
            yield _group("附注 Notes", [(note.page or "本期", note.message) for note in general])
        if issue.furniture:
            rows = [(f"{piece.page} {FURNITURE_NAMES[piece.kind]}", show(piece.text)) for piece in issue.furniture]
            yield _group("版面零件 Furniture", rows)


def _mean_recognition(issue: Issue, pages: Collection[str]) -> float | None:
    """How sure the recognition of the text on these pages was, by its own words, 0 to 1; None where it does not say."""
    lines = [line for page in issue.pages if page.id in pages for line in page.lines if line.confidence is not None]
    weight = sum(len(line.text) for line in lines)
    return sum((line.confidence or 0.0) * len(line.text) for line in lines) / weight if weight else None


def _name_confidence(confidence: float) -> str:
    """In words, how sure it is that an article has its own text and its own headline."""
    if confidence >= SURE:
        return "起止和标题可信 sure"
    return "大致可信 fairly sure" if confidence >= FAIR else "多为推定，请对照版面（p） a guess: compare the page (p)"


def _group(title: str, rows: list[tuple[str, str]]) -> Text:
    text = Text(title, style="bold")
    for name, value in rows:
        text.append(f"\n{name}  ", style="dim not bold")
        text.append(display_text(value), style="not bold")
    return text
