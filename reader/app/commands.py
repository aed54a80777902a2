"""Every command of the reading screen, declared once: its keys, its words, its places in footer, help and palette."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding


class Group(StrEnum):
    """The headings of the help screen."""

    READING = "阅读 Reading"
    ARTICLES = "文章 Articles"
    CORRECTING = "更正 Correcting"
    TEXT = "文字 Text"
    SEARCH = "查找 Search"
    COPY = "复制 Copy"
    KEEPING = "记号 Marks"
    PROGRAM = "程序 Program"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a reader can do."""

    action: str
    """Name of the reading screen's action."""
    title: str
    english: str
    keys: tuple[str, ...]
    """Textual's names of the keys that call it."""
    shown: str
    """Its keys as help and footer write them."""
    group: Group
    hint: str = ""
    """One word for the footer; "" keeps it out of there."""
    priority: bool = False
    """Whether its keys work before those of the widget in focus."""

    @property
    def binding(self) -> Binding:
        """The key binding that Textual needs."""
        return Binding(",".join(self.keys), self.action, self.title, show=False, priority=self.priority)


# A terminal sends "N", Kitty's protocol "shift+n": capitals are bound under both names.
COMMANDS: tuple[Command, ...] = (
    Command("line_down", "下一行", "Line down", ("j", "down"), "j ↓", Group.READING),
    Command("line_up", "上一行", "Line up", ("k", "up"), "k ↑", Group.READING),
    Command(
        "page_down", "下一屏", "Page down", ("space", "pagedown", "ctrl+f"), "空格 PgDn", Group.READING, "空格 续读"
    ),
    Command("page_up", "上一屏", "Page up", ("b", "pageup", "ctrl+b"), "b PgUp", Group.READING),
    Command("half_down", "下半屏", "Half page down", ("d", "ctrl+d"), "d", Group.READING),
    Command("half_up", "上半屏", "Half page up", ("u", "ctrl+u"), "u", Group.READING),
    Command("top", "篇首", "Top of the article", ("g", "home"), "g Home", Group.READING),
    Command("end", "篇末", "End of the article", ("G", "shift+g", "end"), "G End", Group.READING),
    Command("next_paragraph", "下一段", "Next paragraph", ("right_curly_bracket",), "}", Group.READING),
    Command("previous_paragraph", "上一段", "Previous paragraph", ("left_curly_bracket",), "{", Group.READING),
    Command(
        "next_article",
        "下一篇",
        "Next article",
        ("right_square_bracket", "J", "shift+j"),
        "] J",
        Group.ARTICLES,
        "] 下一篇",
    ),
    Command(
        "previous_article",
        "上一篇",
        "Previous article",
        ("left_square_bracket", "K", "shift+k"),
        "[ K",
        Group.ARTICLES,
    ),
    Command(
        "go_right",
        "右：下一篇；竖排为前一栏",
        "Right: next article; vertical: column before",
        ("right", "l"),
        "→ l",
        Group.ARTICLES,
    ),
    Command(
        "go_left",
        "左：上一篇；竖排为后一栏",
        "Left: previous article; vertical: next column",
        ("left", "h"),
        "← h",
        Group.ARTICLES,
    ),
    Command("next_page", "下一版", "Next page of the paper", ("right_parenthesis",), ")", Group.ARTICLES),
    Command("previous_page", "上一版", "Previous page of the paper", ("left_parenthesis",), "(", Group.ARTICLES),
    Command("switch_focus", "目录／正文", "Between sidebar and text", ("tab", "shift+tab"), "Tab", Group.ARTICLES),
    Command("open_article", "读此篇", "Read the article under the cursor", ("enter",), "Enter", Group.ARTICLES),
    Command("toggle_sidebar", "显隐目录", "Show or hide the sidebar", ("t",), "t", Group.ARTICLES, "t 目录"),
    Command("as_printed", "版面原样", "The page as printed", ("p",), "p", Group.ARTICLES),
    Command("info", "本期说明", "About this issue and article", ("i",), "i", Group.ARTICLES),
    Command("correct", "更正此行此篇", "Correct these lines or this article", ("x",), "x", Group.CORRECTING),
    Command("choose_lines", "选多行", "Choose several printed lines", ("V", "shift+v"), "V", Group.CORRECTING),
    Command("undo", "撤销更正", "Undo a correction", ("U", "shift+u"), "U", Group.CORRECTING),
    Command("redo", "重做更正", "Redo a correction", ("ctrl+r",), "Ctrl+R", Group.CORRECTING),
    Command("next_script", "原文／简体／繁體", "Next script", ("c",), "c", Group.TEXT, "c 简繁"),
    Command("choose_standard", "选择字形标准", "Choose the script's standard", ("C", "shift+c"), "C", Group.TEXT),
    Command("vertical", "竖排／横排", "Vertical columns, or horizontal", ("v",), "v", Group.TEXT, "v 竖排"),
    Command("columns", "分栏／通栏", "Newspaper columns, or one", ("w",), "w", Group.TEXT),
    Command("typesetting", "版式设定", "How the text is set", ("comma",), ",", Group.TEXT),
    Command("narrower", "缩窄版心", "Narrower lines", ("minus",), "-", Group.TEXT),
    Command("wider", "加宽版心", "Wider lines", ("plus",), "+", Group.TEXT),
    Command("reset_measure", "恢复版心", "Lines of the usual width", ("equals_sign",), "=", Group.TEXT),
    Command("choose_theme", "配色", "Choose colours", ("T", "shift+t"), "T", Group.TEXT),
    Command("search", "查找", "Search the issue", ("slash",), "/", Group.SEARCH, "/ 查找"),
    Command("next_hit", "下一处", "Next match", ("n",), "n", Group.SEARCH),
    Command("previous_hit", "上一处", "Previous match", ("N", "shift+n"), "N", Group.SEARCH),
    Command("search_this", "查找选文或此词", "Search for the selection or this word", ("asterisk",), "*", Group.SEARCH),
    Command("list_hits", "全部所见", "All matches with their context", ("L", "shift+l"), "L", Group.SEARCH),
    Command("only_hits", "目录只列所见", "Only articles with matches", ("ampersand",), "&", Group.SEARCH),
    Command("cancel", "取消", "Back; end the search", ("escape",), "Esc", Group.SEARCH),
    Command("copy", "复制选文或全篇", "Copy the selection or the article", ("y",), "y", Group.COPY, "y 复制"),
    Command(
        "copy_as",
        "复制为（连出处等）",
        "Copy with citation, as Markdown…",
        ("Y", "shift+y"),
        "Y",
        Group.COPY,
    ),
    Command("export", "导出到文件", "Export to a file", ("e",), "e", Group.COPY),
    Command("set_mark", "记号＋字母", "Mark this place with a letter", ("m",), "m a…", Group.KEEPING),
    Command("go_to_mark", "回到记号", "Go to a mark", ("grave_accent",), "` a…", Group.KEEPING),
    Command("bookmarks", "书签", "Bookmarks, and one here", ("B", "shift+b"), "B", Group.KEEPING),
    Command("shelf", "书架", "Issues opened before", ("S", "shift+s"), "S", Group.KEEPING),
    Command("help", "帮助", "Help", ("question_mark", "f1"), "? F1", Group.PROGRAM, "? 帮助"),
    Command("palette", "命令", "Command palette", ("colon",), ": Ctrl+P", Group.PROGRAM),
    Command("quit", "退出", "Quit", ("q",), "q", Group.PROGRAM, "q 退出"),
)

BINDINGS: tuple[Binding, ...] = tuple(command.binding for command in COMMANDS)
