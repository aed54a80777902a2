"""Putting text on the clipboard, by whatever way this terminal, session and system have, and saying which it was.

A multiplexer, a remote session and a desktop each keep a clipboard of their own, and OSC 52, the sequence that asks
the terminal, is never answered. So `plan` orders the ways, `copy` goes along them, and `Copied` claims no more than is
known.
"""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from reader.hanzi.harmless import make_harmless
from reader.languages import say
from reader.model import count_characters

OVERRIDE: Final = "DUBAO_CLIPBOARD"
"""The environment variable that names the one route to take, by the value of a `Route`, or "none"."""

TIMEOUT: Final = 2.0
"""Seconds that a clipboard program gets: those that work take some milliseconds; a dead display never answers."""

OSC52_LIMIT: Final = 100_000
"""Longest sequence to send, in bytes: the convention of hterm's osc52.sh; longer ones are dropped without a word."""

SCREEN_CHUNK: Final = 256
"""Bytes that GNU screen takes in one device control string (hterm's osc52.sh; newer versions take 768)."""


class Route(StrEnum):
    """A way to a clipboard; the value is its name in `DUBAO_CLIPBOARD`."""

    TMUX = "tmux"
    PBCOPY = "pbcopy"
    CLIP = "clip"
    TERMUX = "termux"
    WL_COPY = "wl-copy"
    XCLIP = "xclip"
    XSEL = "xsel"
    OSC52 = "osc52"
    FILE = "file"


COMMANDS: Final[Mapping[Route, tuple[str, ...]]] = {
    # -w (tmux 3.2) also hands the text to the terminal around tmux, whatever set-clipboard says.
    Route.TMUX: ("tmux", "load-buffer", "-w", "-"),
    Route.PBCOPY: ("pbcopy",),
    Route.CLIP: ("clip.exe",),
    Route.TERMUX: ("termux-clipboard-set",),
    Route.WL_COPY: ("wl-copy", "--type", "text/plain"),
    Route.XCLIP: ("xclip", "-in", "-selection", "clipboard"),
    Route.XSEL: ("xsel", "--input", "--clipboard"),
}
"""The program behind each route; all read the text from standard input."""

OLD_TMUX: Final = ("tmux", "load-buffer", "-")
"""Before tmux 3.2: the buffer only."""

Which = Callable[[str], str | None]
"""Finds a program on the path, as `shutil.which` does."""

Run = Callable[[tuple[str, ...], bytes], bool]
"""Runs a program with these bytes on its standard input; whether it ended well."""


@dataclass(frozen=True, slots=True)
class Copied:
    """How a copy went."""

    routes: tuple[Route, ...]
    """The ways that were taken; several where tmux and the desktop each keep a clipboard, none where all failed."""
    characters: int
    """How many characters were copied, white space not counted."""
    path: Path | None = None
    """The file, where the text went into one."""

    @property
    def confirmed(self) -> bool:
        """Whether a receiver took the text; terminals do not answer to OSC 52."""
        return any(route is not Route.OSC52 for route in self.routes)


def plan(env: Mapping[str, str], which: Which = shutil.which, platform: str = sys.platform) -> tuple[Route, ...]:
    """The routes to try, best first; empty where `DUBAO_CLIPBOARD` is "none".

    In a remote session no program of the desktop is on it: it would fill the clipboard of the wrong machine.

    Args:
        env: The environment.
        which: Finds a program.
        platform: As `sys.platform`.
    """
    override = env.get(OVERRIDE, "").strip().lower()
    if override == "none":
        return ()
    if named := [route for route in Route if route.value == override]:
        return tuple(named)
    remote = bool(env.get("SSH_CONNECTION") or env.get("SSH_TTY"))
    native = () if remote else _plan_native(env, which, platform)
    tmux = (Route.TMUX,) if env.get("TMUX") and which("tmux") else ()
    return (*tmux, *native, Route.OSC52, Route.FILE)


def copy(
    text: str,
    *,
    env: Mapping[str, str],
    send: Callable[[str], None] | None = None,
    cache: Path | None = None,
    limit: int = OSC52_LIMIT,
    which: Which = shutil.which,
    platform: str = sys.platform,
    run: Run | None = None,
) -> Copied:
    """Put text on the clipboard by the first route of the plan that works; never raises and never hangs.

    The buffer of tmux is a clipboard beside the desktop's, so a text that went there goes to the desktop as well.
    Programs that do not answer cost seconds: call it from a worker.

    Args:
        text: The text; line feeds and tabs are kept, other control characters become U+FFFD.
        env: The environment, such as `os.environ`.
        send: Writes a sequence to the terminal; without it there is no OSC 52.
        cache: Folder for the file that is the last resort; the user's cache folder where None.
        limit: Longest OSC 52 sequence, in bytes.
        which: Finds a program.
        platform: As `sys.platform`.
        run: Runs a program.
    """
    text = make_harmless(text, keep="\n\t")
    characters = count_characters([text])
    taken: list[Route] = []
    path = None
    for route in plan(env, which, platform):
        match route:
            case Route.OSC52:
                done = not taken and _send_to_terminal(text, env, send, limit)
            case Route.FILE:
                path = None if taken else _write_file(text, cache)
                done = path is not None
            case _:
                done = _hand_over(route, text, run or run_quietly)
        if done:
            taken.append(route)
            if route is not Route.TMUX:
                break
    return Copied(tuple(taken), characters, path)


def describe(copied: Copied) -> str:
    """One line that tells the reader where the text is, and how much of it."""
    count = say("{count:,} chars", count=copied.characters)
    if not copied.routes:
        return say("Not copied: no clipboard is within reach.")
    match copied.routes:
        case (Route.OSC52,):
            return say("{count} sent to the terminal, which does not say whether it took them.", count=count)
        case (Route.FILE,):
            return say("No clipboard is within reach: {count} saved to {path}.", count=count, path=copied.path)
        case (Route.TMUX,):
            return say("{count} copied to the tmux buffer.", count=count)
        case (Route.TMUX, *_):
            return say("{count} copied to the tmux buffer and the clipboard.", count=count)
        case _:
            return say("{count} copied to the clipboard ({route}).", count=count, route=copied.routes[0])


def make_sequence(text: str, env: Mapping[str, str]) -> str:
    r"""The OSC 52 sequence that asks the terminal to take the text: ESC ] 52 ; c ; base64 BEL.

    Wrapped in device control strings under GNU screen, which would swallow it. Kitty appends to what it was sent
    before, until it is told to clear it.
    """
    payload = base64.b64encode(text.encode("utf-8", errors="replace")).decode("ascii")
    sequence = f"\x1b]52;c;{payload}\a"
    if env.get("KITTY_WINDOW_ID") or env.get("TERM", "") == "xterm-kitty":
        sequence = f"\x1b]52;c;!\x1b\\{sequence}"
    if env.get("STY"):
        chunks = (sequence[at : at + SCREEN_CHUNK] for at in range(0, len(sequence), SCREEN_CHUNK))
        return "".join(f"\x1bP{chunk}\x1b\\" for chunk in chunks)
    return sequence


def run_quietly(command: tuple[str, ...], data: bytes) -> bool:
    """Run a program with its output thrown away and the terminal out of its reach, for `TIMEOUT` seconds at most.

    xclip and wl-copy leave a child behind that holds every pipe it was given: an output that is read would never end.
    """
    try:
        done = subprocess.run(
            command,
            input=data,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=TIMEOUT,
            check=False,
            env={**os.environ, "LC_ALL": "en_US.UTF-8"} if sys.platform == "darwin" else None,  # or pbcopy garbles it
            start_new_session=True,  # no effect on Windows
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _plan_native(env: Mapping[str, str], which: Which, platform: str) -> tuple[Route, ...]:
    """Programs of the desktop that the session runs on, best first."""
    if platform == "darwin":
        wanted = [Route.PBCOPY]
    elif platform == "win32" or env.get("WSL_DISTRO_NAME") or env.get("WSL_INTEROP"):
        wanted = [Route.CLIP]
    elif env.get("TERMUX_VERSION"):
        wanted = [Route.TERMUX]
    else:
        wanted = [Route.WL_COPY] if env.get("WAYLAND_DISPLAY") else []
        wanted += [Route.XCLIP, Route.XSEL] if env.get("DISPLAY") else []
    return tuple(route for route in wanted if which(COMMANDS[route][0]))


def _hand_over(route: Route, text: str, run: Run) -> bool:
    # clip.exe reads the system's code page unless it sees UTF-16.
    data = text.encode("utf-16-le" if route is Route.CLIP else "utf-8", errors="replace")
    command = COMMANDS[route]
    return run(command, data) or (route is Route.TMUX and run(OLD_TMUX, data))


def _send_to_terminal(text: str, env: Mapping[str, str], send: Callable[[str], None] | None, limit: int) -> bool:
    if send is None:
        return False
    sequence = make_sequence(text, env)
    if len(sequence) > limit:
        return False
    send(sequence)
    return True


def _write_file(text: str, cache: Path | None) -> Path | None:
    """The file that the text was written to, or None where the system would not let it."""
    if cache is None:
        from platformdirs import user_cache_path

        cache = user_cache_path("dubao", appauthor=False)
    path = cache / "clipboard.txt"
    try:
        cache.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError:
        return None
    return path
