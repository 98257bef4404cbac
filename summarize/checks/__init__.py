"""Checks on a draft: small pure functions, each in its own file, registered by name."""

from summarize.checks.choose import fewest
from summarize.checks.registry import CHECKS, Check, check_pair

__all__ = ["CHECKS", "Check", "check_pair", "fewest"]
