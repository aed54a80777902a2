"""The clipboard: which ways are planned, which are taken, and what is claimed about them."""

import base64
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

from reader.clipboard import COMMANDS, OLD_TMUX, Copied, Route, copy, describe, make_sequence, plan, run_quietly

TEXT = "青禾镇上新桥通车\n　　昨日上午，𠀀桥通车。"

LOCAL_X = {"DISPLAY": ":0"}
WAYLAND = {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}
TMUX = {"TMUX": "/tmp/tmux-1000/default,1,0"}
SSH = {"SSH_CONNECTION": "198.51.100.7 50000 198.51.100.8 22"}
EVERYTHING = frozenset(command[0] for command in COMMANDS.values())
LAST = (Route.OSC52, Route.FILE)


def having(programs: Iterable[str]) -> Callable[[str], str | None]:
    """A machine on which just these programs are installed."""
    return {program: f"/usr/bin/{program}" for program in programs}.get


class FakeRun:
    """Runs nothing; remembers what it was asked and says yes to the programs that work."""

    def __init__(self, working: Iterable[tuple[str, ...]]) -> None:
        self.working = frozenset(working)
        self.asked: list[tuple[tuple[str, ...], bytes]] = []

    def __call__(self, command: tuple[str, ...], data: bytes) -> bool:
        self.asked.append((command, data))
        return command in self.working


@pytest.mark.parametrize(
    ("env", "programs", "platform", "expected"),
    [
        pytest.param({}, EVERYTHING, "linux", LAST, id="no desktop"),
        pytest.param(LOCAL_X, EVERYTHING, "linux", (Route.XCLIP, Route.XSEL, *LAST), id="X"),
        pytest.param(LOCAL_X, {"xsel"}, "linux", (Route.XSEL, *LAST), id="X with xsel alone"),
        pytest.param(LOCAL_X, (), "linux", LAST, id="X without programs"),
        pytest.param(WAYLAND, EVERYTHING, "linux", (Route.WL_COPY, Route.XCLIP, Route.XSEL, *LAST), id="Wayland"),
        pytest.param(WAYLAND, {"xclip"}, "linux", (Route.XCLIP, *LAST), id="Wayland without wl-copy"),
        pytest.param(TMUX, EVERYTHING, "linux", (Route.TMUX, *LAST), id="tmux on a console"),
        pytest.param(TMUX | LOCAL_X, EVERYTHING, "linux", (Route.TMUX, Route.XCLIP, Route.XSEL, *LAST), id="tmux in X"),
        pytest.param(TMUX | LOCAL_X, {"xclip"}, "linux", (Route.XCLIP, *LAST), id="tmux's socket without tmux"),
        pytest.param(SSH, EVERYTHING, "linux", LAST, id="ssh"),
        pytest.param(SSH | LOCAL_X, EVERYTHING, "linux", LAST, id="ssh: not the clipboard of the server"),
        pytest.param({"SSH_TTY": "/dev/pts/3"} | WAYLAND, EVERYTHING, "linux", LAST, id="ssh by its terminal"),
        pytest.param(SSH | TMUX | LOCAL_X, EVERYTHING, "linux", (Route.TMUX, *LAST), id="tmux over ssh"),
        pytest.param({}, EVERYTHING, "darwin", (Route.PBCOPY, *LAST), id="macOS"),
        pytest.param(TMUX, EVERYTHING, "darwin", (Route.TMUX, Route.PBCOPY, *LAST), id="macOS in tmux"),
        pytest.param(SSH, EVERYTHING, "darwin", LAST, id="macOS over ssh"),
        pytest.param({}, EVERYTHING, "win32", (Route.CLIP, *LAST), id="Windows"),
        pytest.param({"WSL_DISTRO_NAME": "D"} | LOCAL_X, EVERYTHING, "linux", (Route.CLIP, *LAST), id="WSL"),
        pytest.param({"WSL_INTEROP": "/run/WSL/1_interop"}, (), "linux", LAST, id="WSL without clip.exe"),
        pytest.param({"TERMUX_VERSION": "0.118"}, EVERYTHING, "linux", (Route.TERMUX, *LAST), id="Termux"),
        pytest.param({"DUBAO_CLIPBOARD": "none"} | LOCAL_X, EVERYTHING, "linux", (), id="told to use none"),
        pytest.param({"DUBAO_CLIPBOARD": "osc52"} | LOCAL_X, EVERYTHING, "linux", (Route.OSC52,), id="told: osc52"),
        pytest.param(
            {"DUBAO_CLIPBOARD": " XSEL "} | SSH, (), "linux", (Route.XSEL,), id="told: xsel, whatever there is"
        ),
        pytest.param({"DUBAO_CLIPBOARD": "pigeon"}, EVERYTHING, "linux", LAST, id="told something unknown"),
        pytest.param({"DUBAO_CLIPBOARD": ""}, EVERYTHING, "linux", LAST, id="told nothing"),
    ],
)
def test_plan(env: Mapping[str, str], programs: Iterable[str], platform: str, expected: tuple[Route, ...]) -> None:
    assert plan(env, having(programs), platform) == expected


@pytest.mark.parametrize("route", list(Route))
def test_every_route_can_be_asked_for(route: Route) -> None:
    assert plan({"DUBAO_CLIPBOARD": route.value}, having(()), "linux") == (route,)


def test_first_program_that_works_takes_the_text(tmp_path: Path) -> None:
    run = FakeRun([COMMANDS[Route.XSEL]])
    copied = copy(
        TEXT, env=LOCAL_X, run=run, which=having(EVERYTHING), platform="linux", send=pytest.fail, cache=tmp_path
    )
    assert copied == Copied((Route.XSEL,), characters=18)
    assert copied.confirmed
    assert run.asked == [(COMMANDS[Route.XCLIP], TEXT.encode()), (COMMANDS[Route.XSEL], TEXT.encode())]
    assert not list(tmp_path.iterdir())


def test_tmux_and_the_desktop_both_take_it() -> None:
    run = FakeRun([COMMANDS[Route.TMUX], COMMANDS[Route.XCLIP]])
    copied = copy(TEXT, env=TMUX | LOCAL_X, run=run, which=having(EVERYTHING), platform="linux")
    assert copied.routes == (Route.TMUX, Route.XCLIP)
    assert [command for command, _ in run.asked] == [COMMANDS[Route.TMUX], COMMANDS[Route.XCLIP]]


def test_old_tmux_takes_it_into_its_buffer() -> None:
    run = FakeRun([OLD_TMUX])
    copied = copy(TEXT, env=TMUX, run=run, which=having(EVERYTHING), platform="linux", send=pytest.fail)
    assert copied == Copied((Route.TMUX,), characters=18)


def test_windows_clip_is_given_utf_16() -> None:
    run = FakeRun([COMMANDS[Route.CLIP]])
    copy(TEXT, env={}, run=run, which=having(EVERYTHING), platform="win32")
    assert run.asked == [(("clip.exe",), TEXT.encode("utf-16-le"))]


def test_terminal_is_sent_what_no_program_takes() -> None:
    sent: list[str] = []
    copied = copy(TEXT, env=SSH, run=FakeRun([]), which=having(EVERYTHING), platform="linux", send=sent.append)
    assert copied == Copied((Route.OSC52,), characters=18)
    assert not copied.confirmed, "a terminal does not answer"
    [sequence] = sent
    assert base64.b64decode(sequence.removeprefix("\x1b]52;c;").removesuffix("\a")).decode() == TEXT


@pytest.mark.parametrize(
    ("limit", "route"),
    [
        pytest.param(8 + 24, Route.OSC52, id="as long as the limit"),
        pytest.param(8 + 23, Route.FILE, id="one byte over the limit"),
    ],
)
def test_long_texts_go_to_a_file(tmp_path: Path, limit: int, route: Route) -> None:
    """Six Han characters are 18 bytes, 24 in base64; the sequence around them has 8."""
    sent: list[str] = []
    copied = copy("青禾镇上新桥", env={}, which=having(()), send=sent.append, cache=tmp_path / "new", limit=limit)
    assert copied.routes == (route,)
    assert bool(sent) == (route is Route.OSC52)


def test_file_holds_the_text_as_it_is(tmp_path: Path) -> None:
    copied = copy(TEXT, env={}, which=having(()), platform="linux", cache=tmp_path)
    assert copied == Copied((Route.FILE,), characters=18, path=tmp_path / "clipboard.txt")
    assert (tmp_path / "clipboard.txt").read_bytes() == TEXT.encode()


def test_nothing_works(tmp_path: Path) -> None:
    blocked = tmp_path / "a file where the folder should be"
    blocked.touch()
    copied = copy(TEXT, env={}, which=having(()), platform="linux", cache=blocked)
    assert copied == Copied((), characters=18)
    assert not copied.confirmed


def test_named_program_that_fails_is_not_replaced_by_another(tmp_path: Path) -> None:
    env = {"DUBAO_CLIPBOARD": "xclip"} | LOCAL_X
    copied = copy(TEXT, env=env, run=FakeRun([]), which=having(EVERYTHING), send=pytest.fail, cache=tmp_path)
    assert copied.routes == ()


def test_control_characters_do_not_leave() -> None:
    run = FakeRun([COMMANDS[Route.XCLIP]])
    copy("新\x1b[31m桥\x9b\t通\u202e\n车\ud800", env=LOCAL_X, run=run, which=having(EVERYTHING), platform="linux")
    assert run.asked[0][1].decode() == "新\ufffd[31m桥\ufffd\t通\ufffd\n车\ufffd"


@pytest.mark.parametrize(
    ("env", "expected"),
    [
        pytest.param({}, "\x1b]52;c;5qGl\a", id="plain"),
        pytest.param({"KITTY_WINDOW_ID": "1"}, "\x1b]52;c;!\x1b\\\x1b]52;c;5qGl\a", id="kitty is told to clear first"),
        pytest.param({"TERM": "xterm-kitty"}, "\x1b]52;c;!\x1b\\\x1b]52;c;5qGl\a", id="kitty over ssh"),
        pytest.param({"STY": "1.pts-0"}, "\x1bP\x1b]52;c;5qGl\a\x1b\\", id="GNU screen"),
    ],
)
def test_sequence(env: Mapping[str, str], expected: str) -> None:
    assert make_sequence("桥", env) == expected


def test_screen_gets_long_sequences_in_pieces() -> None:
    plain, pieces = make_sequence("桥" * 1000, {}), make_sequence("桥" * 1000, {"STY": "1.pts-0"})
    chunks = pieces.removeprefix("\x1bP").removesuffix("\x1b\\").split("\x1b\\\x1bP")
    assert "".join(chunks) == plain
    assert max(map(len, chunks)) == 256


@pytest.mark.parametrize(
    ("copied", "says", "never_says"),
    [
        (Copied((Route.TMUX,), 1234), ["1,234 chars copied to the tmux buffer"], ["clipboard"]),
        (Copied((Route.XCLIP,), 9), ["9 chars copied to the clipboard", "xclip"], ["terminal", "tmux"]),
        (Copied((Route.TMUX, Route.PBCOPY), 9), ["9 chars copied to the tmux buffer and the clipboard"], ["terminal"]),
        (Copied((Route.OSC52,), 20), ["20 chars sent to the terminal"], ["copied"]),
        (Copied((Route.FILE,), 5, Path("c.txt")), ["5 chars saved to c.txt"], ["copied"]),
        (Copied((), 5), ["Not copied"], ["chars"]),
    ],
)
def test_message_claims_no_more_than_is_known(copied: Copied, says: list[str], never_says: list[str]) -> None:
    message = describe(copied)
    assert "\n" not in message
    assert [words for words in says if words not in message] == []
    assert [words for words in never_says if words in message] == []


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        pytest.param("import sys; assert sys.stdin.buffer.read() == b'abc'", True, id="reads it"),
        pytest.param("import sys; sys.exit(3)", False, id="fails"),
    ],
)
def test_program_is_given_the_text(script: str, expected: bool) -> None:
    assert run_quietly((sys.executable, "-c", script), b"abc") is expected


def test_missing_program_is_no_error() -> None:
    assert run_quietly(("no-such-program-of-dubao",), b"abc") is False


def test_program_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.clipboard.TIMEOUT", 0.2)
    assert run_quietly((sys.executable, "-c", "import time; time.sleep(60)"), b"abc") is False


def test_program_writes_nothing_on_our_screen(capfd: pytest.CaptureFixture[str]) -> None:
    assert run_quietly((sys.executable, "-c", "import sys; print('out'); print('err', file=sys.stderr)"), b"")
    assert capfd.readouterr() == ("", "")


def test_child_left_behind_does_not_hold_us() -> None:
    """xclip forks and its child lives on with every pipe it was given; waiting for the pipe's end would hang."""
    script = "import subprocess, sys; subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(20)'])"
    code = f"from reader.clipboard import run_quietly; print(run_quietly(({sys.executable!r}, '-c', {script!r}), b''))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", timeout=15, check=True
    )
    assert done.stdout.strip() == "True"
