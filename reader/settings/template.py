"""The file of settings as it is first written: every setting, explained, none changed."""

from __future__ import annotations

from collections.abc import Iterator

from reader.languages import say
from reader.settings.declaration import Group, Setting, Value, format_value
from reader.settings.table import SETTINGS

COMMENT_WIDTH = 100
"""Characters of a line of comment; Chinese takes half as many."""


def write_template() -> str:
    """The text of a file that changes nothing, in the language that is spoken."""
    return "".join(f"{line}\n" for line in _write_lines())


def format_entry(setting: Setting, value: Value) -> str:
    """A setting's line."""
    return f"{setting.name} = {format_value(value)}"


def _write_lines() -> Iterator[str]:
    yield "# dubao 读报"
    yield ""
    yield f"# {say('To change a setting, take the # before it away. What is wrong in here is told at the start.')}"
    for group in Group:
        yield ""
        yield ""
        yield f"# {say(group.value)}"
        for setting in SETTINGS:
            if setting.group is group:
                yield ""
                yield f"# {say(setting.comment)}"
                values = setting.kind.describe()
                yield f"# {say('{values}; usually {default}', values=values, default=format_value(setting.default))}"
                yield f"#{format_entry(setting, setting.default)}"
    yield ""
    yield ""
    yield f"# {say('Keys of single commands; dubao keys lists the commands. This table stays last.')}"
    yield "[keys]"
    yield '#next_article = ["]", "J"]'
    yield '#copy = "ctrl+y"'
