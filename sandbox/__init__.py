"""The lowest room beside the schema: processes that may do one thing only, for what nobody trusts."""

from .allowance import MEGABYTE, Allowance
from .box import CAN_FORK, Ending, Outcome, boxed, missing_protections, seal
from .helpers import HelperLost, Helpers
from .landlock import die_with_parent
from .serving import serve

__all__ = [
    "CAN_FORK",
    "MEGABYTE",
    "Allowance",
    "Ending",
    "HelperLost",
    "Helpers",
    "Outcome",
    "boxed",
    "die_with_parent",
    "missing_protections",
    "seal",
    "serve",
]
