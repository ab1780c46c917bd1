"""``python -m game`` is ``narrowsky``."""

from game.cli.main import run

if __name__ == "__main__":
    run()
