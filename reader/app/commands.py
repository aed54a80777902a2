"""Every command, declared once: its name in the settings, its words, its usual keys, its places in footer and help.

Keys stand here as people write them (`reader/app/keys/notation.py`); which are in force, a `Keymap` knows. Loads no
Textual, for `dubao keys` needs none.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.languages import message


class Group(StrEnum):
    """The headings of the help screen, to be translated."""

    READING = message("Reading")
    ARTICLES = message("Articles")
    CORRECTING = message("Correcting")
    TEXT = message("Text")
    SEARCH = message("Search")
    BAR = message("Search bar")
    COPY = message("Copying")
    KEEPING = message("Marks")
    SHELF = message("Shelf")
    CALENDAR = message("Calendar")
    PROGRAM = message("Program")


class Scope(StrEnum):
    """Where a command's keys are heard; one key may serve two commands of different scopes."""

    READING = "reading"
    TYPING = "typing"
    """In the search bar, where keys that write characters cannot be commands."""
    SHELF = "shelf"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a reader can do."""

    name: str
    """Its name in the settings, and that of the reading screen's action."""
    title: str
    """What it does, to be translated."""
    keys: tuple[str, ...]
    """Its usual keys, the best known first; help shows two of them, hints the first."""
    group: Group
    hint: str = ""
    """A word or two for the footer, to be translated; "" keeps it out of there."""
    priority: bool = False
    """Whether its keys work before those of the widget in focus."""
    scope: Scope = Scope.READING
    does: str = ""
    """The action, where it is not called like the command."""

    @property
    def action(self) -> str:
        """The action of the screen or widget that hears its keys."""
        return self.does or self.name


def _on_shelf(name: str, does: str, title: str, keys: tuple[str, ...], hint: str = "") -> Command:
    return Command(name, title, keys, Group.SHELF, hint, scope=Scope.SHELF, does=does)


def _in_calendar(name: str, does: str, title: str, keys: tuple[str, ...], hint: str = "") -> Command:
    return Command(name, title, keys, Group.CALENDAR, hint, scope=Scope.CALENDAR, does=does)


COMMANDS: tuple[Command, ...] = (
    Command("line_down", message("Line down"), ("j", "down"), Group.READING),
    Command("line_up", message("Line up"), ("k", "up"), Group.READING),
    Command("page_down", message("Page down"), ("space", "pagedown", "ctrl+f"), Group.READING, message("on")),
    Command("page_up", message("Page up"), ("b", "pageup", "ctrl+b"), Group.READING),
    Command("half_down", message("Half page down"), ("d", "ctrl+d"), Group.READING),
    Command("half_up", message("Half page up"), ("u", "ctrl+u"), Group.READING),
    Command("top", message("Top of the article"), ("g", "home"), Group.READING),
    Command("end", message("End of the article"), ("G", "end"), Group.READING),
    Command("next_paragraph", message("Next paragraph"), ("}",), Group.READING),
    Command("previous_paragraph", message("Previous paragraph"), ("{",), Group.READING),
    Command("next_article", message("Next article"), ("]", "J"), Group.ARTICLES, message("next")),
    Command("previous_article", message("Previous article"), ("[", "K"), Group.ARTICLES),
    Command(
        "go_right",
        message("Right: next article; vertical: column before"),
        ("right",),
        Group.ARTICLES,
    ),
    Command(
        "go_left",
        message("Left: previous article; vertical: next column"),
        ("left",),
        Group.ARTICLES,
    ),
    Command("next_page", message("Next page of the paper"), (")",), Group.ARTICLES),
    Command("previous_page", message("Previous page of the paper"), ("(",), Group.ARTICLES),
    Command("switch_focus", message("Between contents and text"), ("tab", "shift+tab"), Group.ARTICLES),
    Command("open_article", message("Read the article under the cursor"), ("enter",), Group.ARTICLES),
    Command("toggle_sidebar", message("Show or hide the sidebar"), ("t",), Group.ARTICLES, message("contents")),
    Command("as_printed", message("The page as printed"), ("p",), Group.ARTICLES),
    Command("info", message("About this issue and article"), ("i",), Group.ARTICLES),
    Command("correct", message("Correct these lines or this article"), ("x",), Group.CORRECTING),
    Command("undo", message("Undo a correction"), ("U",), Group.CORRECTING),
    Command("redo", message("Redo a correction"), ("ctrl+r",), Group.CORRECTING),
    Command("next_script", message("Next script"), ("c",), Group.TEXT, message("script")),
    Command("choose_standard", message("Choose the script's standard"), ("C",), Group.TEXT),
    Command("vertical", message("Vertical columns, or horizontal"), ("v",), Group.TEXT, message("vertical")),
    Command("columns", message("Newspaper columns, or one"), ("w",), Group.TEXT),
    Command("narrower", message("Narrower lines"), ("-",), Group.TEXT),
    Command("wider", message("Wider lines"), ("+",), Group.TEXT),
    Command("reset_measure", message("Lines of the usual width"), ("=",), Group.TEXT),
    Command("choose_theme", message("Choose colours"), ("T",), Group.TEXT),
    Command("search", message("Search the issue"), ("/",), Group.SEARCH, message("search")),
    Command("next_hit", message("Next match"), ("n",), Group.SEARCH),
    Command("previous_hit", message("Previous match"), ("N",), Group.SEARCH),
    Command("search_this", message("Search for the selection or this word"), ("*",), Group.SEARCH),
    Command("list_hits", message("All matches with their context"), ("L",), Group.SEARCH),
    Command("only_hits", message("Only articles with matches"), ("&",), Group.SEARCH),
    Command("cancel", message("Back; end the search"), ("escape",), Group.SEARCH),
    Command(
        "search_list",
        message("List the matches"),
        ("tab",),
        Group.BAR,
        scope=Scope.TYPING,
        priority=True,
        does="list",
    ),
    Command(
        "search_older",
        message("What was searched before"),
        ("up",),
        Group.BAR,
        scope=Scope.TYPING,
        does="recall(-1)",
    ),
    Command(
        "search_newer",
        message("What was searched after that"),
        ("down",),
        Group.BAR,
        scope=Scope.TYPING,
        does="recall(1)",
    ),
    Command(
        "mode_folded",
        message("Either script, any case"),
        ("f2",),
        Group.BAR,
        scope=Scope.TYPING,
        does="mode('folded')",
    ),
    Command(
        "mode_exact",
        message("Exactly as typed"),
        ("f3",),
        Group.BAR,
        scope=Scope.TYPING,
        does="mode('exact')",
    ),
    Command(
        "mode_variants",
        message("Rare variants too"),
        ("f4",),
        Group.BAR,
        scope=Scope.TYPING,
        does="mode('variants')",
    ),
    Command(
        "mode_regex", message("A regular expression"), ("f5",), Group.BAR, scope=Scope.TYPING, does="mode('regex')"
    ),
    Command(
        "mode_fuzzy",
        message("Forgives misread characters"),
        ("f6",),
        Group.BAR,
        scope=Scope.TYPING,
        does="mode('fuzzy')",
    ),
    Command("copy", message("Copy the selection or the article"), ("y",), Group.COPY, message("copy")),
    Command("copy_as", message("Copy with citation, as Markdown…"), ("Y",), Group.COPY),
    Command("gather", message("Gather this article, to copy or export several"), ("s",), Group.COPY),
    Command("choose_lines", message("Select with the keys; on the page, lines"), ("V",), Group.COPY),
    Command("export", message("Export to a file"), ("e",), Group.COPY),
    Command("pipe", message("Hand the selection or the article to a command"), ("|",), Group.COPY),
    Command("open_source", message("Open the file with the system's program"), ("o",), Group.COPY),
    Command("set_mark", message("Mark this place with a letter"), ("m",), Group.KEEPING),
    Command("go_to_mark", message("Go to a mark; twice: to before the last jump"), ("`", "'"), Group.KEEPING),
    # Ctrl+I and Tab are one key but in terminals that speak Kitty's protocol.
    Command("back", message("Back to where you were"), ("ctrl+o", "alt+left"), Group.KEEPING),
    Command("forward", message("Forward again"), ("ctrl+i", "alt+right"), Group.KEEPING),
    Command("highlight", message("Highlight the selection, with a note"), ("h",), Group.KEEPING),
    Command("bookmarks", message("Bookmarks and highlights; a bookmark here"), ("B",), Group.KEEPING),
    Command("shelf", message("Issues opened before"), ("S",), Group.KEEPING),
    _on_shelf("shelf_open", "open", message("Open the issue"), ("enter",), message("open")),
    _on_shelf("shelf_find", "filter", message("Find issues by title, date or path"), ("/", "f"), message("find")),
    _on_shelf("shelf_sort", "sort", message("Last opened first, by paper, or by date"), ("s",), message("sort")),
    _on_shelf("shelf_calendar", "calendar", message("The paper's issues by month"), ("c",), message("calendar")),
    _on_shelf("shelf_forget", "forget", message("Forget an issue"), ("x", "delete"), message("forget")),
    _on_shelf("shelf_restore", "bring_back", message("Bring back what is to be forgotten"), ("U",)),
    _in_calendar("calendar_open", "open", message("Open the day's issue"), ("enter",), message("open")),
    _in_calendar("next_day", "step_day(1)", message("Next day"), ("right", "l")),
    _in_calendar("previous_day", "step_day(-1)", message("Previous day"), ("left", "h")),
    _in_calendar("next_week", "step_day(7)", message("A week later"), ("down", "j")),
    _in_calendar("previous_week", "step_day(-7)", message("A week earlier"), ("up", "k")),
    _in_calendar("next_issue", "step_issue(1)", message("Next issue"), ("n",), message("next issue")),
    _in_calendar("previous_issue", "step_issue(-1)", message("Previous issue"), ("N",)),
    _in_calendar("first_issue", "first", message("First issue"), ("g", "home")),
    _in_calendar("last_issue", "last", message("Last issue"), ("G", "end")),
    _in_calendar("next_month", "step_month(1)", message("Next month"), ("]", "pagedown"), message("next month")),
    _in_calendar("previous_month", "step_month(-1)", message("Previous month"), ("[", "pageup")),
    _in_calendar("next_year", "step_month(12)", message("Next year"), ("}",)),
    _in_calendar("previous_year", "step_month(-12)", message("Previous year"), ("{",)),
    _in_calendar("next_paper", "step_paper(1)", message("Next paper"), ("tab",), message("next paper")),
    _in_calendar("previous_paper", "step_paper(-1)", message("Previous paper"), ("shift+tab",)),
    _in_calendar("choose_paper", "choose_paper", message("Choose the paper"), ("p",)),
    Command("settings", message("Settings"), (",",), Group.PROGRAM),
    Command("help", message("Help"), ("?", "f1"), Group.PROGRAM, message("help")),
    Command("palette", message("Command palette"), (":", "ctrl+p"), Group.PROGRAM),
    Command("quit", message("Quit"), ("q",), Group.PROGRAM, message("quit")),
)
