"""The code holds no words for people but messages: no Chinese outside the catalogues, no English that is not said."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Final

import pytest

from scripts.languages import MARKS, ROOT

HAN: Final = re.compile("[\u4e00-\u9fff]")
WORDS: Final = re.compile(r"[A-Za-z]{2,}")

ABOUT_NEWSPAPERS: Final = {
    "reader/hanzi/": "facts about Chinese text",
    "reader/structure/": "words that newspapers print",
    "reader/typography/": "characters by their class",
    "reader/export/citation/gbt.py": "GB/T 7714 is written in Chinese",
    "reader/export/document.py": "an exported issue speaks its own language",
    "reader/export/epub.py": "an exported issue speaks its own language",
    "reader/sources/epaper.py": "marks of page labels",
    "reader/sources/epaper_article.py": "names of newspapers",
    "reader/sources/folio.py": "what folios print",
    "reader/sources/frequency.py": "common characters",
    "reader/sources/manifest.py": "names of directions that an issue.toml may have",
    "reader/sources/naming.py": "what files of pages are called",
    "reader/sources/outline.py": "how bylines begin",
    "reader/sources/records.py": "what records have in their heads",
    "reader/search/fields.py": "names of fields in a query",
    "reader/state/shelf.py": "dates that a reader may type",
    "reader/app/names.py": "labels that end in 版 as they are printed",
    "reader/app/scripts.py": "a text to try the converter on",
    "reader/app/searching.py": "what is a Han character",
    "reader/cli/help_page.py": "what is a Han character",
    "reader/cli/naming.py": "the newspaper's day, as it prints it, in JSON too",
    "reader/app/keys/notation.py": "the space bar as a reader may write it",
    "reader/app/app.py": "the program's name",
    "reader/settings/template.py": "the program's name",
    "reader/corrections/overlay.py": "the head of a file that travels with its newspaper",
    "reader/languages/choice.py": "languages, each in itself",
}
"""Where Han is no word of the interface, and why; all other Chinese belongs into the catalogues."""

NO_WORDS: Final = frozenset({"Markdown", "HTML", "EPUB", "JSON", "wc -m"})
"""Proper names and commands: the same in every language."""

SHOWN: Final = {
    "notify": 0,
    "report": 0,
    "Static": 0,
    "Option": 0,
    "Text": 0,
    "echo": 0,
    "Label": 0,
    "Choose": 0,
    "AskLine": 0,
    "AskLetter": 0,
    "UsageError": 0,
    "BadParameter": 0,
    "confirm": 0,
    "ReaderError": 0,
    "SourceError": 1,
    "MissingSourceError": 1,
    "UnreadableSourceError": 1,
    "EmptySourceError": 1,
    "NotTextError": 1,
    "BrokenSourceError": 1,
    "EncodingError": 1,
    "ArticleNotFoundError": 0,
    "QueryError": 0,
    "CorrectionsError": 0,
    "StateError": 0,
    "ExportError": 0,
    "ExistingFileError": 0,
    "ConversionError": 0,
    "Note": 1,
    "Choice": 1,
}
"""Calls whose argument of that number is shown to people."""

SHOWN_NAMES: Final = frozenset(
    {"border_title", "border_subtitle", "placeholder", "TITLE_TEXT", "explanation", "tooltip"}
)
"""Attributes and keywords that are shown to people."""

PATHS: Final = sorted((ROOT / "reader").rglob("*.py"))
TREES: Final = {path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8")) for path in PATHS}
MODULES: Final = sorted(TREES)


def find_literals(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and text of the strings of a module that are neither docstrings nor messages."""
    apart = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    apart |= {
        id(argument)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in MARKS
        for argument in node.args
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in apart:
            yield node.lineno, node.value


def find_shown(tree: ast.AST) -> Iterator[ast.expr]:
    """What is shown to people as it stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in SHOWN and len(node.args) > SHOWN[name]:
                yield node.args[SHOWN[name]]
            yield from (word.value for word in node.keywords if word.arg in SHOWN_NAMES)
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = {
                target.attr if isinstance(target, ast.Attribute) else getattr(target, "id", "") for target in targets
            }
            if names & SHOWN_NAMES:
                yield node.value


def find_unsaid(expression: ast.expr) -> Iterator[str]:
    """The words in an expression that no call of `say` and its like takes."""
    if isinstance(expression, ast.Constant) and isinstance(expression.value, str):
        if WORDS.search(expression.value) and expression.value not in NO_WORDS:
            yield expression.value
    elif isinstance(expression, ast.JoinedStr | ast.BinOp | ast.IfExp | ast.BoolOp):
        for child in ast.iter_child_nodes(expression):
            if isinstance(child, ast.expr) and not (isinstance(expression, ast.IfExp) and child is expression.test):
                yield from find_unsaid(child)


@pytest.mark.parametrize("module", MODULES)
def test_chinese_stands_in_the_catalogues(module: str) -> None:
    if module.startswith(tuple(ABOUT_NEWSPAPERS)):
        return
    found = [f"{module}:{line}: {text[:40]!r}" for line, text in find_literals(TREES[module]) if HAN.search(text)]
    assert found == []


@pytest.mark.parametrize("module", MODULES)
def test_what_is_shown_is_said(module: str) -> None:
    assert [words for shown in find_shown(TREES[module]) for words in find_unsaid(shown)] == []


@pytest.mark.parametrize("place", ABOUT_NEWSPAPERS)
def test_nothing_is_let_pass_that_needs_it_no_more(place: str) -> None:
    modules = [module for module in MODULES if module.startswith(place)]
    assert any(HAN.search(text) for module in modules for _, text in find_literals(TREES[module]))


@pytest.mark.parametrize(
    ("code", "unsaid"),
    [
        pytest.param('self.notify("Bookmarked.")', ["Bookmarked."], id="a constant"),
        pytest.param('self.notify(say("Bookmarked."))', [], id="a message"),
        pytest.param('self.notify(f"{name}: gone")', [": gone"], id="words among values"),
        pytest.param('self.notify(f"{name}: {error}")', [], id="values alone"),
        pytest.param('report("gone" if wanted else say("here"))', ["gone"], id="one of two"),
        pytest.param('raise QueryError("no " + name)', ["no "], id="a sum"),
        pytest.param('raise EmptySourceError("in.txt", "empty file")', ["empty file"], id="an error after its file"),
        pytest.param('panel.border_title = "Help"', ["Help"], id="an attribute"),
        pytest.param('Input(placeholder="a word")', ["a word"], id="a keyword"),
        pytest.param("Static(text)", [], id="what comes from elsewhere"),
    ],
)
def test_unsaid(code: str, unsaid: list[str]) -> None:
    assert [words for shown in find_shown(ast.parse(code)) for words in find_unsaid(shown)] == unsaid


def find_early(tree: ast.AST) -> Iterator[int]:
    """Lines on which something is said while the module is imported."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            for default in [*node.args.defaults, *node.args.kw_defaults]:
                yield from find_early(ast.Expr(default)) if default is not None else ()
            continue
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("say", "say_count"):
            yield node.lineno
        yield from find_early(node)


def find_fixed(tree: ast.AST) -> Iterator[int]:
    """Lines on which a Note or a SourceError gets words that are in a language already."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and SHOWN.get(getattr(node.func, "id", "")) == 1 and len(node.args) > 1:
            words = node.args[1]
            if (
                getattr(node.func, "id", "") != "Choice"
                and isinstance(words, ast.Call)
                and getattr(words.func, "id", "") in ("say", "say_count")
            ):
                yield node.lineno


@pytest.mark.parametrize("module", MODULES)
def test_nothing_is_said_before_the_language_is_known(module: str) -> None:
    assert list(find_early(TREES[module])) == []


@pytest.mark.parametrize("module", MODULES)
def test_what_json_holds_is_a_sentence(module: str) -> None:
    assert list(find_fixed(TREES[module])) == []


@pytest.mark.parametrize(
    ("code", "early", "fixed"),
    [
        pytest.param('NAME = say("Help")', [1], [], id="in a module"),
        pytest.param('class A:\n    NAME = say("Help")', [2], [], id="in a class"),
        pytest.param('def f(name=say("Help")):\n    pass', [1], [], id="in a default"),
        pytest.param('def f():\n    return say("Help")', [], [], id="in a function"),
        pytest.param('NAME = message("Help")', [], [], id="marked"),
        pytest.param('def f():\n    return Note("code", say("no text"))', [], [2], id="a note"),
        pytest.param(
            'def f():\n    return Note("code", sentence("no text"))', [], [], id="a note that is no words yet"
        ),
    ],
)
def test_when_and_how(code: str, early: list[int], fixed: list[int]) -> None:
    tree = ast.parse(code)
    assert (list(find_early(tree)), list(find_fixed(tree))) == (early, fixed)
