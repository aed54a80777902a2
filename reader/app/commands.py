"""Every command, declared once: its name in the settings, its words, its usual keys, its places in footer and help.

Keys stand here as people write them (`reader/app/keys/notation.py`); which are in force, a `Keymap` knows. Loads no
Textual, for `dubao keys` needs none.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Group(StrEnum):
    """The headings of the help screen."""

    READING = "阅读 Reading"
    ARTICLES = "文章 Articles"
    CORRECTING = "更正 Correcting"
    TEXT = "文字 Text"
    SEARCH = "查找 Search"
    BAR = "查找栏 Search bar"
    COPY = "复制 Copy"
    KEEPING = "记号 Marks"
    PROGRAM = "程序 Program"


class Scope(StrEnum):
    """Where a command's keys are heard; one key may serve two commands of different scopes."""

    READING = "reading"
    TYPING = "typing"
    """In the search bar, where keys that write characters cannot be commands."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a reader can do."""

    name: str
    """Its name in the settings, and that of the reading screen's action."""
    title: str
    english: str
    keys: tuple[str, ...]
    """Its usual keys, the best known first; help shows two of them, hints the first."""
    group: Group
    hint: str = ""
    """One word for the footer; "" keeps it out of there."""
    priority: bool = False
    """Whether its keys work before those of the widget in focus."""
    scope: Scope = Scope.READING
    does: str = ""
    """The action, where it is not called like the command."""

    @property
    def action(self) -> str:
        """The action of the screen or widget that hears its keys."""
        return self.does or self.name


COMMANDS: tuple[Command, ...] = (
    Command("line_down", "下一行", "Line down", ("j", "down"), Group.READING),
    Command("line_up", "上一行", "Line up", ("k", "up"), Group.READING),
    Command("page_down", "下一屏", "Page down", ("space", "pagedown", "ctrl+f"), Group.READING, "续读"),
    Command("page_up", "上一屏", "Page up", ("b", "pageup", "ctrl+b"), Group.READING),
    Command("half_down", "下半屏", "Half page down", ("d", "ctrl+d"), Group.READING),
    Command("half_up", "上半屏", "Half page up", ("u", "ctrl+u"), Group.READING),
    Command("top", "篇首", "Top of the article", ("g", "home"), Group.READING),
    Command("end", "篇末", "End of the article", ("G", "end"), Group.READING),
    Command("next_paragraph", "下一段", "Next paragraph", ("}",), Group.READING),
    Command("previous_paragraph", "上一段", "Previous paragraph", ("{",), Group.READING),
    Command("next_article", "下一篇", "Next article", ("]", "J"), Group.ARTICLES, "下一篇"),
    Command("previous_article", "上一篇", "Previous article", ("[", "K"), Group.ARTICLES),
    Command(
        "go_right",
        "右：下一篇；竖排为前一栏",
        "Right: next article; vertical: column before",
        ("right", "l"),
        Group.ARTICLES,
    ),
    Command(
        "go_left",
        "左：上一篇；竖排为后一栏",
        "Left: previous article; vertical: next column",
        ("left", "h"),
        Group.ARTICLES,
    ),
    Command("next_page", "下一版", "Next page of the paper", (")",), Group.ARTICLES),
    Command("previous_page", "上一版", "Previous page of the paper", ("(",), Group.ARTICLES),
    Command("switch_focus", "目录／正文", "Between sidebar and text", ("tab", "shift+tab"), Group.ARTICLES),
    Command("open_article", "读此篇", "Read the article under the cursor", ("enter",), Group.ARTICLES),
    Command("toggle_sidebar", "显隐目录", "Show or hide the sidebar", ("t",), Group.ARTICLES, "目录"),
    Command("as_printed", "版面原样", "The page as printed", ("p",), Group.ARTICLES),
    Command("info", "本期说明", "About this issue and article", ("i",), Group.ARTICLES),
    Command("correct", "更正此行此篇", "Correct these lines or this article", ("x",), Group.CORRECTING),
    Command("choose_lines", "选多行", "Choose several printed lines", ("V",), Group.CORRECTING),
    Command("undo", "撤销更正", "Undo a correction", ("U",), Group.CORRECTING),
    Command("redo", "重做更正", "Redo a correction", ("ctrl+r",), Group.CORRECTING),
    Command("next_script", "原文／简体／繁體", "Next script", ("c",), Group.TEXT, "简繁"),
    Command("choose_standard", "选择字形标准", "Choose the script's standard", ("C",), Group.TEXT),
    Command("vertical", "竖排／横排", "Vertical columns, or horizontal", ("v",), Group.TEXT, "竖排"),
    Command("columns", "分栏／通栏", "Newspaper columns, or one", ("w",), Group.TEXT),
    Command("typesetting", "版式设定", "How the text is set", (",",), Group.TEXT),
    Command("narrower", "缩窄版心", "Narrower lines", ("-",), Group.TEXT),
    Command("wider", "加宽版心", "Wider lines", ("+",), Group.TEXT),
    Command("reset_measure", "恢复版心", "Lines of the usual width", ("=",), Group.TEXT),
    Command("choose_theme", "配色", "Choose colours", ("T",), Group.TEXT),
    Command("search", "查找", "Search the issue", ("/",), Group.SEARCH, "查找"),
    Command("next_hit", "下一处", "Next match", ("n",), Group.SEARCH),
    Command("previous_hit", "上一处", "Previous match", ("N",), Group.SEARCH),
    Command("search_this", "查找选文或此词", "Search for the selection or this word", ("*",), Group.SEARCH),
    Command("list_hits", "全部所见", "All matches with their context", ("L",), Group.SEARCH),
    Command("only_hits", "目录只列所见", "Only articles with matches", ("&",), Group.SEARCH),
    Command("cancel", "取消", "Back; end the search", ("escape",), Group.SEARCH),
    Command(
        "search_list",
        "列出所见",
        "List the matches",
        ("tab",),
        Group.BAR,
        scope=Scope.TYPING,
        priority=True,
        does="list",
    ),
    Command(
        "search_older",
        "更早查过的",
        "What was searched before",
        ("up",),
        Group.BAR,
        scope=Scope.TYPING,
        does="recall(-1)",
    ),
    Command(
        "search_newer",
        "更近查过的",
        "What was searched after that",
        ("down",),
        Group.BAR,
        scope=Scope.TYPING,
        does="recall(1)",
    ),
    Command(
        "mode_folded",
        "通检：简繁大小写不分",
        "Either script, any case",
        ("f2",),
        Group.BAR,
        scope=Scope.TYPING,
        does="mode('folded')",
    ),
    Command(
        "mode_exact",
        "原字：与所输全同",
        "Exactly as typed",
        ("f3",),
        Group.BAR,
        scope=Scope.TYPING,
        does="mode('exact')",
    ),
    Command(
        "mode_variants",
        "异体：兼查异体字",
        "Rare variants too",
        ("f4",),
        Group.BAR,
        scope=Scope.TYPING,
        does="mode('variants')",
    ),
    Command(
        "mode_regex", "正则表达式", "A regular expression", ("f5",), Group.BAR, scope=Scope.TYPING, does="mode('regex')"
    ),
    Command(
        "mode_fuzzy",
        "模糊：容许识别错字",
        "Forgives misread characters",
        ("f6",),
        Group.BAR,
        scope=Scope.TYPING,
        does="mode('fuzzy')",
    ),
    Command("copy", "复制选文或全篇", "Copy the selection or the article", ("y",), Group.COPY, "复制"),
    Command("copy_as", "复制为（连出处等）", "Copy with citation, as Markdown…", ("Y",), Group.COPY),
    Command("export", "导出到文件", "Export to a file", ("e",), Group.COPY),
    Command("set_mark", "记号＋字母", "Mark this place with a letter", ("m",), Group.KEEPING),
    Command("go_to_mark", "回到记号", "Go to a mark", ("`",), Group.KEEPING),
    Command("bookmarks", "书签", "Bookmarks, and one here", ("B",), Group.KEEPING),
    Command("shelf", "书架", "Issues opened before", ("S",), Group.KEEPING),
    Command("help", "帮助", "Help", ("?", "f1"), Group.PROGRAM, "帮助"),
    Command("palette", "命令", "Command palette", (":", "ctrl+p"), Group.PROGRAM),
    Command("quit", "退出", "Quit", ("q",), Group.PROGRAM, "退出"),
)
