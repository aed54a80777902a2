"""The program as a whole: what its words mean, its exit codes, its pipes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from reader import __version__
from reader.app.opening import Opener
from reader.cli import main
from reader.errors import ReaderError
from reader.model import Issue
from reader.settings import Origin, Settings
from tests.cli.conftest import PAGE, Run

ROOT = Path(__file__).parents[2]


def spawn(
    args: Sequence[str | Path], *, stdin: bytes = b"", env: dict[str, str] | None = None, cwd: Path = ROOT
) -> subprocess.CompletedProcess[bytes]:
    """Runs `dubao` in a process of its own, with pipes for its streams."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "_DUBAO", "LC_"))}
    return subprocess.run(
        [sys.executable, "-m", "reader", *map(str, args)],
        input=stdin,
        capture_output=True,
        timeout=60,
        check=False,
        cwd=cwd,
        env={**clean, "PYTHONPATH": str(ROOT), **(env or {})},
    )


@dataclass
class Screen:
    """Stands for the app: remembers what it was to show."""

    shown: list[Issue] = field(default_factory=list)
    shelves: int = 0
    """How often nothing was named to open."""
    corrections: list[bool] = field(default_factory=list)
    """Whether they were to apply, each time."""
    settings: list[Settings] = field(default_factory=list)
    """What was decided, each time."""
    tours: list[str] = field(default_factory=list)
    """Who was to be given the tour, each time."""

    def run(
        self,
        opener: Opener | None,
        *,
        settings: Settings,
        corrections: bool = True,
        tour: str = "nobody",
        **_: object,
    ) -> None:
        self.settings.append(settings)
        if opener is None:
            self.shelves += 1
        else:
            self.shown.append(opener(lambda *_: None))
        self.corrections.append(corrections)
        self.tours.append(tour)


@pytest.fixture
def screen(terminal: None, monkeypatch: pytest.MonkeyPatch) -> Screen:
    fake = Screen()
    monkeypatch.setattr("reader.app.run", fake.run)
    monkeypatch.setattr("reader.cli.commands.take_keyboard", lambda: None)
    return fake


def test_options_go_before_the_file(screen: Screen, run: Run, page: Path, private_config_folder: Path) -> None:
    file = 'view = "columns"\nprivate = true\nscript = "simplified"\n'
    (private_config_folder / "config.toml").write_text(file, encoding="utf-8")
    assert run("--view", "vertical", "--no-private", page).code == 0
    [settings] = screen.settings
    assert [settings[name] for name in ("view", "private", "script", "theme")] == [
        "vertical",
        False,
        "simplified",
        "paper-dark",
    ]
    assert settings.origin("view") is settings.origin("private") is Origin.OPTION
    assert run("--view", "round", page).code == 2


def test_a_script_that_is_asked_for_is_that_of_the_text_too(run: Run, page: Path) -> None:
    pytest.importorskip("opencc")
    assert "青禾鎮" in run("--script", "traditional", page).out


def test_path_opens_the_app(screen: Screen, run: Run, page: Path) -> None:
    assert run(page).code == 0
    assert [issue.source for issue in screen.shown] == [str(page)]


def test_corrections_can_be_left_out(screen: Screen, run: Run, page: Path) -> None:
    run(page)
    run(page, "--no-corrections")
    assert screen.corrections == [True, False]


def test_nothing_opens_the_shelf(screen: Screen, run: Run) -> None:
    assert run().code == 0
    assert (screen.shelves, screen.shown) == (1, [])


def test_nothing_writes_the_first_sample_into_a_pipe(run: Run) -> None:
    result = run()
    assert result.out
    assert "dubao PATH" in result.err


@pytest.mark.parametrize(
    ("args", "tour"),
    [
        pytest.param([], "newcomers", id="nothing"),
        pytest.param(["--sample", "chengpu"], "newcomers", id="sample"),
        pytest.param(["page.txt"], "nobody", id="their own"),
        pytest.param(["--tour"], "all", id="asked for"),
        pytest.param(["page.txt", "--tour"], "all", id="asked for with a page"),
    ],
)
def test_who_is_given_the_tour(
    screen: Screen, run: Run, page: Path, monkeypatch: pytest.MonkeyPatch, args: list[str], tour: str
) -> None:
    monkeypatch.chdir(page.parent)
    run(*args)
    assert screen.tours == [tour]


def test_sample_by_name(screen: Screen, run: Run) -> None:
    names = [line.split()[0] for line in run("--sample").out.splitlines()]
    assert len(names) == len(set(names)) >= 3
    for name in names:
        run("--sample", name)
    assert [Path(issue.source).name for issue in screen.shown] == names


def test_path_that_is_called_like_a_command(
    screen: Screen, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "list").write_text(PAGE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run("list").code == 2, "the command wants a path"
    assert run("./list").code == 0
    assert run("--", "list").code == 0
    assert len(screen.shown) == 2


def test_options_may_stand_on_either_side(screen: Screen, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(PAGE.encode("gb18030"))
    run("--encoding", "gb18030", path)
    run(path, "--encoding", "gb18030")
    assert [issue.articles[0].title for issue in screen.shown] == ["青禾镇新桥通车"] * 2


@pytest.mark.parametrize("args", [["--help"], ["-h"], ["page.txt", "--help"], ["--encoding", "gbk", "-h"]])
def test_help(run: Run, args: list[str]) -> None:
    result = run(*args)
    assert result.code == 0
    assert result.out.startswith("Usage: dubao [OPTIONS] [PATH | COMMAND …]")
    for words in ("Examples:", "list ", "show ", "search ", "--sample", "--encoding", "_DUBAO_COMPLETE=bash_source"):
        assert words in result.out


@pytest.mark.parametrize("args", [["--version"], ["-V"]])
def test_version(run: Run, args: list[str]) -> None:
    assert run(*args).out == f"dubao {__version__}\n"


@pytest.mark.parametrize(
    ("args", "words"),
    [
        pytest.param(["no such file"], "no such file", id="missing file"),
        pytest.param(["--no-such-option"], "--no-such-option", id="unknown option"),
        pytest.param(["a", "b"], "(b)", id="two paths"),
        pytest.param(["--sample", "pigeon"], "pigeon", id="unknown sample"),
        pytest.param(["--sample", "pigeon", "a"], "not both", id="a sample and a path"),
        pytest.param(["list"], "PATH", id="list of nothing"),
        pytest.param(["list", "no such file"], "no such file", id="list of a missing file"),
        pytest.param(["show", "no such file", "3"], "no such file", id="show of a missing file"),
        pytest.param(["search", "word"], "PATH", id="search in nothing"),
        pytest.param(["a\x1b[31m\nb"], "a\ufffd[31m", id="a name that would act on the terminal"),
    ],
)
def test_errors_are_one_line_and_exit_code_2(run: Run, args: list[str], words: str) -> None:
    result = run(*args)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("dubao: ")
    assert words in result.err
    assert result.err.count("\n") == 1
    assert "\x1b" not in result.err


def test_interrupt(run: Run, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*args: object, **options: object) -> Issue:
        raise KeyboardInterrupt

    monkeypatch.setattr("reader.library.open_issue", interrupt)
    result = run("list", page)
    assert (result.code, result.out, result.err.strip()) == (130, "", "")


def test_standard_input(page: Path) -> None:
    from_pipe = spawn(["show", "-"], stdin=PAGE.encode())
    assert from_pipe.returncode == 0
    assert from_pipe.stdout == spawn(["show", page]).stdout
    assert spawn(["-"], stdin=PAGE.encode()).stdout == from_pipe.stdout
    assert b"-:" in spawn(["search", "渡船", "-"], stdin=PAGE.encode()).stdout


def test_standard_input_with_nothing_in_it() -> None:
    done = spawn(["show", "-"])
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"dubao: -: ")


@pytest.mark.parametrize(
    "env",
    [
        pytest.param({"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, id="C locale"),
        pytest.param({"PYTHONUTF8": "0", "LC_ALL": "POSIX"}, id="POSIX locale"),
        pytest.param({"PYTHONUTF8": "1"}, id="UTF-8 mode"),
    ],
)
def test_a_pipe_gets_utf_8_whatever_the_locale(page: Path, env: dict[str, str]) -> None:
    done = spawn(["show", page], env=env)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "青禾镇新桥通车" in done.stdout.decode("utf-8")


def test_python_may_be_told_another_encoding(page: Path) -> None:
    done = spawn(["show", page], env={"PYTHONIOENCODING": "gb18030"})
    assert "青禾镇新桥通车" in done.stdout.decode("gb18030")
    done = spawn(["show", page], env={"PYTHONIOENCODING": "latin-1"})
    assert (done.returncode, b"???????" in done.stdout) == (0, True), "what cannot be written is no error"


@pytest.mark.parametrize(
    "args", [["--help"], ["show", "{page}"], ["list", "{page}", "--json"], ["search", "的", "{page}"]]
)
def test_closed_pipe_is_no_error(args: list[str], tmp_path: Path) -> None:
    """As in `dubao … | head -1`, with more to write than a pipe holds."""
    page = tmp_path / "page.txt"
    page.write_text("青禾镇新桥通车\n\n" + "新桥的船，渡口的人。" * 20_000 + "\n", encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "reader", *(arg.format(page=page) for arg in args)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        cwd=ROOT,
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.parametrize(
    ("words", "expected", "never"),
    [
        pytest.param(["l"], {"list"}, {"open"}, id="a command"),
        pytest.param(["--"], {"--sample", "--encoding", "--version", "--help"}, {"path"}, id="options of both kinds"),
        pytest.param(["--sample", ""], {"chengpu"}, set(), id="samples"),
        pytest.param(["page.txt", "--e"], {"--encoding"}, {"--sample"}, id="options after a path"),
        pytest.param(["show", "page.txt", "--script", "s2t"], {"s2t", "s2tw"}, {"t2s"}, id="standards"),
    ],
)
def test_completion(words: list[str], expected: set[str], never: set[str]) -> None:
    env = {
        "_DUBAO_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(["dubao", *words]),
        "COMP_CWORD": str(len(words)),
    }
    done = spawn([], env=env)
    assert (done.returncode, done.stderr) == (0, b"")
    offered = {line.split(",")[1] for line in done.stdout.decode().split() if line.startswith("plain,")}
    assert expected <= offered
    assert not never & offered


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_completion_scripts(shell: str) -> None:
    assert b"_DUBAO_COMPLETE" in spawn([], env={"_DUBAO_COMPLETE": f"{shell}_source"}).stdout


def test_main_leaves_by_system_exit(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["list", str(page)], prog_name="dubao")
    assert left.value.code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no /dev/tty")
def test_keyboard_is_taken_back_from_the_terminal() -> None:
    """With a pipe for its input, the program reads keys from the terminal that it is run in."""
    code = """\
import os, pty, sys
from reader.cli.terminal import take_keyboard
child, terminal = pty.fork()
if not child:
    reading, writing = os.pipe()
    os.close(writing)
    os.dup2(reading, 0)
    take_keyboard()
    os._exit(0 if os.isatty(0) else 1)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""
    subprocess.run([sys.executable, "-c", code], stdin=subprocess.DEVNULL, timeout=60, check=True, cwd=ROOT)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no /dev/tty")
def test_no_keyboard_is_said_in_one_sentence() -> None:
    code = "from reader.cli.terminal import take_keyboard; take_keyboard()"
    done = subprocess.run(
        [sys.executable, "-c", code],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        start_new_session=True,
        cwd=ROOT,
    )
    assert ReaderError.__name__.encode() in done.stderr
    assert b"dubao show" in done.stderr


@pytest.mark.parametrize(("word", "command"), [("searh", "search"), ("shw", "show"), ("exprot", "export")])
def test_a_misspelt_command_is_asked_for(run: Run, word: str, command: str) -> None:
    result = run(word, "新桥")
    assert result.code == 2
    assert f"did you mean dubao {command}?" in result.err


def test_a_file_named_like_a_misspelt_command_opens(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("searh").write_text(PAGE, encoding="utf-8")
    assert run("searh").code == 0
