"""`python -m reader` is `dubao`."""

from reader.cli import main

if __name__ == "__main__":
    main(prog_name="dubao")
