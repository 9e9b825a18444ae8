"""`python -m policygraph`: the command."""

import sys

from .cli import main

sys.exit(main())
