"""Bring the catalogues of `reader/languages` up to date with the code: `python -m scripts.languages`.

Takes every message out of the code, adds those that are new to the catalogues, drops those that are gone, makes the
traditional translation from the simplified one where there is none by hand, and compiles. Names what is not translated.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from reader.hanzi.script import convert
from scripts.po_files import Entry, compile_catalogue, read_catalogue, write_catalogue

ROOT: Final = Path(__file__).parents[1]
LOCALE: Final = ROOT / "reader" / "languages" / "locale"
SIMPLIFIED, TRADITIONAL = "zh_Hans", "zh_Hant"

CONVERTED: Final = "opencc"
"""The flag of a translation that was made by OpenCC and is made again each time; take it away to write one by hand."""

COUNTING: Final = frozenset({"say_count", "sentence_count"})
MARKS: Final = frozenset({"say", "sentence", "message"}) | COUNTING

_TAIWAN: Final = {
    "“": "「",
    "”": "」",
    "‘": "『",
    "’": "』",
    # Not quotation marks in use, but the characters themselves.
    "「 」": "“ ”",
    "幫助": "說明",
    "退出碼": "結束碼",
    "退出": "離開",
    "終端": "終端機",
    "屏": "個畫面",
    "壓縮包": "壓縮檔",
    "字尾": "副檔名",
    "純文本": "純文字",
    "文本檔案": "文字檔",
    "文本": "文字",
    "二進位制": "二進位",
    "管道": "管線",
    "聲明瞭": "宣告了",
    "獲取": "取得",
    "復制": "複製",
    "專案": "項目",
    "重灌": "重新安裝",
}
"""What Taiwan's readers expect and OpenCC's table of phrases leaves as it is; in this order."""


def find_catalogue(language: str) -> Path:
    """The catalogue's .po file; the .mo file stands beside it."""
    return LOCALE / language / "LC_MESSAGES" / "dubao.po"


def find_messages(root: Path = ROOT) -> tuple[Entry, ...]:
    """All messages of the code, untranslated, by file and line; one that stands in several files under the first.

    Raises:
        ValueError: If a message is put together before it is translated, or one stands with and without a plural.
    """
    found: dict[str, Entry] = {}
    for path in sorted((root / "reader").rglob("*.py")):
        file = path.relative_to(root).as_posix()
        for message, plural in _find_in_file(path):
            entry = found.setdefault(message, Entry(message, plural))
            if entry.plural != plural:
                raise ValueError(f"{file}: {message!r} stands with two different plurals")
            if file not in entry.files:
                found[message] = replace(entry, files=(*entry.files, file))
    return tuple(found.values())


def _find_in_file(path: Path) -> Iterator[tuple[str, str | None]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {
        name.asname or name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "reader.languages"
        for name in node.names
    }
    found: list[tuple[int, str, str | None]] = [(line, help_text, None) for line, help_text in _find_help(tree)]
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in MARKS & imported:
            found += [(call.lineno, *texts) for texts in _find_in_call(call, path)]
    for _, message, plural in sorted(found, key=lambda entry: entry[0]):
        yield message, plural


def _find_in_call(call: ast.Call, path: Path) -> Iterator[tuple[str, str | None]]:
    """The message of a call and its plural; nothing where it shows what is marked elsewhere."""
    assert isinstance(call.func, ast.Name)
    name = call.func.id
    texts = [argument.value for argument in call.args if isinstance(argument, ast.Constant)]
    strings = [text for text in texts if isinstance(text, str)]
    if any(isinstance(argument, ast.JoinedStr | ast.BinOp) for argument in call.args[:1]) or (
        name in COUNTING and len(strings) != 2
    ):
        raise ValueError(f"{path}:{call.lineno}: give {name} whole messages with named fields")
    if strings:
        yield strings[0], strings[1] if len(strings) > 1 else None


def _find_help(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and text of the docstrings that click shows: those of the functions that are commands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and any(map(_makes_command, node.decorator_list)):
            help_text = ast.get_docstring(node)
            if help_text:
                yield node.lineno, help_text


def _makes_command(decorator: ast.expr) -> bool:
    return (
        isinstance(decorator, ast.Call)
        and isinstance(decorator.func, ast.Attribute)
        and decorator.func.attr in ("command", "group")
    )


def merge_catalogue(messages: tuple[Entry, ...], kept: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The messages with the translations that there are."""
    # A merge may have left an empty entry beside a full one.
    translated = {entry.key: entry for entry in kept if entry.translation}
    return tuple(
        replace(message, translation=old.translation, flags=old.flags)
        if (old := translated.get(message.key))
        else message
        for message in messages
    )


def fill_traditional(entries: tuple[Entry, ...], simplified: Mapping[tuple[str, str | None], str]) -> tuple[Entry, ...]:
    """The traditional catalogue, with what is not translated by hand made from the simplified one."""
    return tuple(
        replace(entry, translation=to_traditional(simplified[entry.key]), flags=(CONVERTED,))
        if CONVERTED in entry.flags or not entry.translation
        else entry
        for entry in entries
    )


def to_traditional(text: str) -> str:
    """A translation in Taiwan's characters, words and quotation marks."""
    converted = convert(text, "s2twp").text
    for word, local in _TAIWAN.items():
        converted = converted.replace(word, local)
    return converted


def main() -> int:
    """Update and compile; 1 where something is not translated."""
    messages = find_messages()
    simplified = merge_catalogue(messages, read_catalogue(find_catalogue(SIMPLIFIED)))
    traditional = merge_catalogue(messages, read_catalogue(find_catalogue(TRADITIONAL)))
    traditional = fill_traditional(traditional, {entry.key: entry.translation for entry in simplified})
    for language, entries in ((SIMPLIFIED, simplified), (TRADITIONAL, traditional)):
        path = find_catalogue(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_catalogue(path, language, entries)
        path.with_suffix(".mo").write_bytes(compile_catalogue(language, entries))
    missing = [entry for entry in simplified if not entry.translation]
    for entry in missing:
        print(f"{entry.files[0]}: not translated: {entry.message}", file=sys.stderr)
    print(f"{len(messages)} messages, {len(missing)} not translated")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
