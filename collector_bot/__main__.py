"""`python -m collector_bot`: the same command line."""

import sys

from collector_bot.cli import main

if __name__ == "__main__":
    sys.exit(main())
