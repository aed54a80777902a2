"""What a reader decides for all sessions: declared once in `table`, read from `config.toml`, written back there."""

from reader.settings.declaration import Group, Setting, Value
from reader.settings.reading import Origin, Settings, read_settings
from reader.settings.table import BY_NAME, SETTINGS

__all__ = ["BY_NAME", "SETTINGS", "Group", "Origin", "Setting", "Settings", "Value", "read_settings"]
