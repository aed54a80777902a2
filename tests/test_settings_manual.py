"""The manual of settings has every setting, command and colour, as they are declared."""

from scripts.settings_manual import MANUAL, write_manual


def test_the_manual_is_up_to_date() -> None:
    assert MANUAL.read_text(encoding="utf-8") == write_manual(), "python -m scripts.settings_manual writes it anew"
