"""Write `docs/settings.md` from the declarations: `python -m scripts.settings_manual`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from reader.app.commands import COMMANDS
from reader.app.keys import PRESETS, Keymap, make_keymap
from reader.app.keys.choosing import RESERVED
from reader.app.theme_fields import FIELDS, TEXTUAL_FIELDS, usual_colours
from reader.cli.options import START_OPTIONS
from reader.settings import SETTINGS, Group
from reader.settings.declaration import format_value

MANUAL: Final = Path(__file__).parents[1] / "docs" / "settings.md"

HEAD: Final = """\
# Settings, keys and colours

Made by `python -m scripts.settings_manual` from the declarations in `reader/settings/table.py`,
`reader/app/commands.py`, `reader/app/keys/presets.py` and `reader/app/theme_fields.py`: change those.

Settings are in `config.toml` in the system's folder for them (`~/.config/dubao` on Linux, `~/Library/Application
Support/dubao` on macOS, `%LOCALAPPDATA%\\dubao` on Windows), or in the folder that `DUBAO_CONFIG` names.

```sh
dubao config --init            # begin the file, every setting explained
dubao config                   # where it is, what is in force, and where each value comes from
dubao config --check           # what is wrong with it; exit code 1 if anything is
dubao keys                     # all commands with their keys
dubao themes                   # all colours; --init NAME begins your own
```

The command line goes before the environment, and that before the file. What is wrong in the file is told in a
sentence with its line, and the rest applies. A file that is no TOML at all applies in nothing, and is never written
over.

While reading, `,` shows all settings: `←` `→` change the one under the cursor, at once and in the file, whose
comments stay; `=` makes it usual again, and takes it out of the file. What `v` `w` `-` `+` `c` `C` and `T` change
holds for the session, also for other issues opened in it; on the settings' screen `Enter` keeps it. `=` goes back
to the measure of the file.
"""

KEYS_HEAD: Final = """\
## Keys

`key_preset` chooses a table; single commands get other keys under `[keys]`, by the names below. The keys given take
the place of the usual ones, and are taken from any other command; no key, `[]`, leaves a command to the palette.

```toml
key_preset = "vim"

[keys]
next_article = ["]", "J", "ctrl+n"]
copy = "Y"
copy_as = "y"
```

A key is a character as it is typed (`]`, `G`, `读`), a name ({names}), or either behind `ctrl+`, `alt+`, `shift+`. A
terminal cannot tell `ctrl+i` from `tab`, `ctrl+m` from `enter`, `ctrl+[` from `escape` and `ctrl+h` from
`backspace`, and with Ctrl it knows no capitals; without Kitty's protocol it drops Alt from punctuation. {reserved}
stay as they are. In panels and lists the keys for a line up and down, for back and for leaving do the same.

Two commands that are given one key are told, with both names and lines; the first has it. So is a command whose
last key went to another.
"""

THEMES_HEAD: Final = """\
## Themes

`dubao themes --init NAME` writes `themes/NAME.toml` beside the settings, with the colours of `paper-dark`
(`--light`: `paper-light`) to be changed; `T` and `theme = "NAME"` choose it. A name has only a–z, 0–9, - and _; one
that there is already takes that theme's place. Colours are opaque: `#rrggbb`, or a name that CSS has. One that is
left out, or wrong, is that of `paper-dark` or `paper-light`. What stands out too little to be read (WCAG AA,
{enough}) is told; text and headlines are then drawn in the nearest shade that can be read.
"""


def write_manual() -> str:
    """The whole document."""
    return "\n".join([HEAD, *_write_settings(), *_write_keys(), *_write_themes()])


def _write_settings() -> Iterator[str]:
    yield "## All settings\n"
    for group in Group:
        yield f"### {group.value}\n"
        yield "| | values | usually | |\n|---|---|---|---|"
        for setting in SETTINGS:
            if setting.group is group:
                more = [f"`{setting.variable}`"] if setting.variable else []
                if setting.name in START_OPTIONS:
                    more.append(f"`--{setting.name.replace('_', '-')}`")
                where = f" ({', '.join(more)})" if more else ""
                start = " At the next start." if setting.at_start else ""
                values = setting.kind.describe().removeprefix("one of ")
                yield (
                    f"| `{setting.name}` | {values} | `{format_value(setting.default)}` "
                    f"| {setting.comment}{start}{where} |"
                )
        yield ""


def _write_keys() -> Iterator[str]:
    from reader.app.keys import NAMED_KEYS, show_key

    names = ", ".join(f"`{name}`" for name in NAMED_KEYS if not re.fullmatch(r"f\d+", name))
    reserved = " and ".join(f"`{show_key(key)}`" for key in RESERVED)
    yield KEYS_HEAD.replace("{names}", f"{names}, `f1` to `f12`").replace("{reserved}", reserved)
    keymaps = {name: make_keymap(name)[0] for name in PRESETS}
    yield f"| command | what it does | {' | '.join(PRESETS)} |"
    yield "|---|---|" + "---|" * len(PRESETS)
    for command in COMMANDS:
        keys = " | ".join(_list_keys(keymap, command.name) for keymap in keymaps.values())
        yield f"| `{command.name}` | {command.title} | {keys} |"
    yield ""


def _list_keys(keymap: Keymap, command: str) -> str:
    # A bar would end the cell; a grave accent needs two around it.
    keys = (key.replace("|", "\\|") for key in keymap[command])
    return " ".join(f"`` {key} ``" if "`" in key else f"`{key}`" for key in keys)


def _write_themes() -> Iterator[str]:
    from reader.app.contrast import ENOUGH

    yield THEMES_HEAD.replace("{enough}", str(ENOUGH))
    yield "| | | paper-dark | paper-light |\n|---|---|---|---|"
    yield "| `dark` | whether the ink is the lighter one | `true` | `false` |"
    dark, light = usual_colours(dark=True), usual_colours(dark=False)
    for name, about in FIELDS.items():
        yield f"| `{name}` | {about} | `{dark[name]}` | `{light[name]}` |"
    fields = ", ".join(f"`{name}`" for name in sorted(TEXTUAL_FIELDS))
    yield f"\nA table `[textual]` may have fields of Textual's own themes: {fields}.\n"


def main() -> None:
    """Write it."""
    from reader.languages import Language, set_language

    set_language(Language.ENGLISH)
    MANUAL.write_text(write_manual(), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{MANUAL.name}\n")


if __name__ == "__main__":
    main()
