"""``python -m localize``, and what the command ``localize`` calls."""

from __future__ import annotations

import os
import sys

from localize.cli.root import INTERRUPTED, cli


def main() -> None:
    """Run the command line.

    An interrupted run leaves at once: taken down in order, a model would first work off the sentences that wait.
    """
    try:
        cli(prog_name="localize")
    except SystemExit as leaving:
        if leaving.code != INTERRUPTED:
            raise
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(INTERRUPTED)


if __name__ == "__main__":
    main()
