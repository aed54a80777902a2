"""Turn the generator's simplified copy into traditional: `python -m scripts.make_traditional_copy`.

The result is checked in, so that the tests need no converter.
"""

from __future__ import annotations

from pathlib import Path

from opencc import OpenCC

GENERATOR = Path(__file__).resolve().parents[1] / "tests" / "generator"
_QUOTES = str.maketrans("“”‘’", "「」『』")


def main() -> None:
    """Write NAME_traditional.toml beside each file of simplified copy."""
    converter = OpenCC("s2tw")
    for name in ("topics", "phrases"):
        text = (GENERATOR / f"{name}.toml").read_text(encoding="utf-8")
        converted = converter.convert(text).translate(_QUOTES)
        (GENERATOR / f"{name}_traditional.toml").write_text(converted, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
