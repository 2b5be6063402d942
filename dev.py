#!/usr/bin/env python3
"""Everything a developer does with Parley, after making what it needs: see ``python3 dev.py --help``.

Standard library only; the work is in devtools/.
"""

import sys

if sys.hexversion < 0x030B0000:
    sys.exit("Parley needs Python 3.11 or newer, this is {}. Try: python3.11 dev.py".format(sys.version.split()[0]))  # noqa: UP032 -- an old Python must be able to read this line

from devtools import cli

if __name__ == "__main__":
    sys.exit(cli.main(sys.argv[1:]))
