"""Where things are kept that belong to the reader and to no newspaper."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

FOLDER_VARIABLE: Final = "DUBAO_DATA"
"""The environment's name for another data folder."""


def find_data_folder() -> Path:
    """The data folder, by DUBAO_DATA or the system's custom; it need not be there."""
    if given := os.environ.get(FOLDER_VARIABLE):
        return Path(given)
    # Loading it takes longer than all the rest.
    import platformdirs

    return platformdirs.user_data_path("dubao", appauthor=False)
