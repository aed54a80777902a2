"""All settings, declared once: file, screen, command line and manual are made from this table."""

from __future__ import annotations

from typing import Final

from reader.languages import LANGUAGE_NAMES, message
from reader.settings.declaration import AnyName, Group, Names, Numbers, Setting, YesNo

AUTO: Final = "auto"

MEASURE: Final = Numbers(8, 80, 2)
"""Han characters; with fewer no sentence can be read, and more no eye follows."""

SETTINGS: Final[tuple[Setting, ...]] = (
    Setting(
        "view",
        Group.TEXT,
        Names((AUTO, "horizontal", "columns", "vertical")),
        AUTO,
        message("View"),
        message("Lines, newspaper columns side by side, or vertical columns; auto sets an issue as it was printed."),
        {
            AUTO: message("as printed"),
            "horizontal": message("lines"),
            "columns": message("columns"),
            "vertical": message("vertical"),
        },
    ),
    Setting(
        "measure",
        Group.TEXT,
        MEASURE,
        40,
        message("Characters in a line"),
        message("Han characters in a line or a vertical column, at most."),
    ),
    Setting(
        "columns",
        Group.TEXT,
        Numbers(0, 4),
        0,
        message("Columns"),
        message("Columns side by side in the view of that name; 0 takes as many as have room."),
        {0: message("as many as fit")},
    ),
    Setting(
        "kinsoku",
        Group.TEXT,
        Names(("none", "gb", "strict")),
        "gb",
        message("Line breaking"),
        message("Which marks may not begin or end a line: none, those of GB/T 15834, or strictly —— as well."),
        {"none": message("anywhere"), "gb": message("GB/T 15834"), "strict": message("strict")},
    ),
    Setting(
        "hanging",
        Group.TEXT,
        YesNo(),
        False,
        message("Hanging punctuation"),
        message("Whether 。，、 may hang into the margin."),
    ),
    Setting(
        "justify",
        Group.TEXT,
        YesNo(),
        False,
        message("Justified lines"),
        message("Whether lines are spread to the whole measure."),
    ),
    Setting(
        "indent",
        Group.TEXT,
        Numbers(0, 2),
        2,
        message("First-line indent"),
        message("Characters before the first line of a paragraph."),
    ),
    Setting(
        "line_spacing",
        Group.TEXT,
        Numbers(0, 2),
        0,
        message("Between lines"),
        message("Blank rows between lines."),
    ),
    Setting(
        "paragraph_spacing",
        Group.TEXT,
        Numbers(0, 2),
        0,
        message("Between paragraphs"),
        message("Blank rows between paragraphs."),
    ),
    Setting(
        "dim_doubtful",
        Group.TEXT,
        YesNo(),
        False,
        message("Dim doubtful words"),
        message("Whether words are dim of which the text recognition, by its own account, was not sure."),
    ),
    Setting(
        "script",
        Group.SCRIPT,
        Names(("original", "simplified", "traditional")),
        "original",
        message("Script at opening"),
        message("The script in which an issue opens."),
        {
            "original": message("as printed"),
            "simplified": message("simplified"),
            "traditional": message("traditional"),
        },
    ),
    Setting(
        "simplified",
        Group.SCRIPT,
        Names((AUTO, "t2s", "tw2s", "hk2s", "tw2sp", "hk2sp")),
        AUTO,
        message("Simplified by"),
        message("OpenCC's standard for the simplified script; those that end in p change words as well."),
        {AUTO: message("usual")},
    ),
    Setting(
        "traditional",
        Group.SCRIPT,
        Names((AUTO, "s2tw", "s2hk", "s2t", "s2twp", "s2hkp", "t2tw", "t2hk", "tw2t", "hk2t")),
        AUTO,
        message("Traditional by"),
        message("OpenCC's standard for the traditional script; those that end in p change words as well."),
        {AUTO: message("usual")},
    ),
    Setting(
        "theme",
        Group.SCREEN,
        AnyName(),
        "paper-dark",
        message("Colours"),
        message("The name of a theme; `dubao themes` lists them."),
    ),
    Setting(
        "ambiguous",
        Group.SCREEN,
        Names((AUTO, "narrow", "wide")),
        AUTO,
        message("Width of “ ” — …"),
        message("How wide the terminal draws “ ” — … ·; auto asks it at the start."),
        {AUTO: message("ask the terminal"), "narrow": message("one cell"), "wide": message("two cells")},
        variable="DUBAO_AMBIGUOUS",
        at_start=True,
    ),
    Setting(
        "language",
        Group.SCREEN,
        Names((AUTO, *LANGUAGE_NAMES)),
        AUTO,
        message("Language"),
        message("What the program speaks; auto is the system's language."),
        {AUTO: message("the system's"), **dict(LANGUAGE_NAMES.items())},
        variable="DUBAO_LANGUAGE",
    ),
    Setting(
        "clipboard",
        Group.PROGRAM,
        Names((AUTO, "none", "tmux", "pbcopy", "clip", "termux", "wl-copy", "xclip", "xsel", "osc52", "file")),
        AUTO,
        message("Clipboard"),
        message("The way to the clipboard; auto tries all that there are, none copies nothing."),
        {AUTO: message("whichever works"), "none": message("none")},
        variable="DUBAO_CLIPBOARD",
    ),
    Setting(
        "private",
        Group.PROGRAM,
        YesNo(),
        False,
        message("Private"),
        message("Whether nothing is kept of a session: no places, marks and bookmarks."),
        at_start=True,
    ),
    Setting(
        "key_preset",
        Group.PROGRAM,
        Names(("vim", "less", "emacs")),
        "vim",
        message("Keys"),
        message("The table of keys; single commands get others under [keys]."),
    ),
)

BY_NAME: Final = {setting.name: setting for setting in SETTINGS}
DEFAULTS: Final = {setting.name: setting.default for setting in SETTINGS}
