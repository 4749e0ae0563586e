"""`python -m firsthand`."""

from firsthand.cli.main import run

if __name__ == "__main__":
    run()
