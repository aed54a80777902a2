"""What an import costs: the commands that only write text never load the screen, and help loads next to nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

import reader

ROOT = Path(__file__).parents[1]

SCREEN = frozenset({"textual", "rich"})
READING = frozenset({"reader.structure", "reader.sources", "reader.library", "reader.search", "reader.typography"})
HEAVY = frozenset({"opencc", "pypdfium2", "lxml", "hypothesis", "platformdirs", "tomlkit"})

RUN = """\
import sys
from reader.cli import main
try:
    main({args!r})
except SystemExit as left:
    assert left.code in (0, 1), left.code
print(*sys.modules, sep="\\n", file=sys.stderr)
"""


def find_loaded(code: str) -> frozenset[str]:
    """The names of all modules that a fresh interpreter has loaded after this code."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
    )
    return frozenset(done.stderr.split())


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("issue") / "page.txt"
    path.write_text("青禾镇新桥通车\n\n本报讯 昨日上午，青禾镇新桥正式通车。\n", encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("args", [["--help"], ["--version"], ["show", "--help"], ["search", "--help"]])
def test_help_loads_nothing_that_reads(args: list[str]) -> None:
    assert find_loaded(RUN.format(args=args)) & (SCREEN | READING | HEAVY) == frozenset()


@pytest.mark.parametrize(
    "args",
    [
        ["list"],
        ["list", "--json"],
        ["show"],
        ["show", "--json"],
        ["show", "--width", "40"],
        ["cite"],
        ["export", "-o", "-", "--format", "html"],
        [],
    ],
    ids=" ".join,
)
def test_text_commands_never_load_the_screen(args: list[str], page: str) -> None:
    loaded = find_loaded(RUN.format(args=[*args, page]))
    assert "reader.library" in loaded
    assert loaded & SCREEN == frozenset()
    assert "opencc" not in loaded, "nothing was to be converted"


def test_search_never_loads_the_screen(page: str) -> None:
    loaded = find_loaded(RUN.format(args=["search", "新橋", page]))
    assert loaded & SCREEN == frozenset()
    assert "opencc" not in loaded, "the search folds by a table of its own"


def test_conversion_never_loads_the_screen(page: str) -> None:
    pytest.importorskip("opencc")
    assert find_loaded(RUN.format(args=["show", page, "--script", "s2tw"])) & SCREEN == frozenset()


@pytest.mark.parametrize(
    "module",
    ["reader", "reader.model", "reader.hanzi.script", "reader.clipboard", "reader.export.citation", "reader.app"],
)
def test_module_is_cheap_to_import(module: str) -> None:
    code = f"import sys, {module}; print(*sys.modules, sep='\\n', file=sys.stderr)"
    assert (
        find_loaded(code) & (SCREEN | HEAVY | {"reader.hanzi._fold_table", "reader.hanzi._script_table"}) == frozenset()
    )


def test_public_names() -> None:
    assert reader.__all__ == ["Article", "Issue", "Page", "__version__", "open_issue"]
    assert {name: getattr(reader, name).__module__ for name in reader.__all__ if name != "__version__"} == {
        "Article": "reader.model.article",
        "Issue": "reader.model.issue",
        "Page": "reader.model.page",
        "open_issue": "reader.library",
    }
    assert reader.__version__.count(".") == 2


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = reader.no_such_name
