"""Where the reader's settings are kept, and single entries of them, at next to no cost."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

FOLDER_VARIABLE: Final = "DUBAO_CONFIG"
"""The environment's name for another folder of settings."""
FILE_NAME: Final = "config.toml"


def find_config_folder() -> Path:
    """The folder of settings and themes, by DUBAO_CONFIG or the system's custom; it need not be there."""
    if given := os.environ.get(FOLDER_VARIABLE):
        return Path(given)
    if sys.platform in ("win32", "darwin"):
        import platformdirs

        return platformdirs.user_config_path("dubao", appauthor=False)
    # The same by the XDG Base Directory Specification, without what takes as long to load as help takes to come.
    return Path(os.environ.get("XDG_CONFIG_HOME", "").strip() or Path("~/.config").expanduser()) / "dubao"


def find_config_file() -> Path:
    """The file of settings; it need not be there."""
    return find_config_folder() / FILE_NAME


def read_entry(name: str) -> object:
    """What the file has under a name of its own, unchecked; None where it has not, or is no TOML."""
    try:
        text = find_config_file().read_bytes().decode("utf-8-sig")
    except (OSError, ValueError, RuntimeError):
        return None
    if name not in text:
        return None
    import tomllib

    try:
        return tomllib.loads(text).get(name)
    except ValueError:
        return None
