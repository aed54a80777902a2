"""Every benchmark, one after the other: `make bench`. Each prints ratios to a peer measured in the same run."""

from __future__ import annotations

from importlib import import_module

BENCHMARKS = ("startup", "opening", "sources", "structure", "layout", "typography", "search", "screen", "state")


def main() -> None:
    for name in BENCHMARKS:
        print(f"\n== {name} ==")
        import_module(f"benchmarks.{name}").main()


if __name__ == "__main__":
    main()
