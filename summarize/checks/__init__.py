"""Checks on both hops: small pure functions, each in its own file, registered by name."""

from summarize.checks.base import USUAL, Check, Context
from summarize.checks.evidence import Evidence
from summarize.checks.registry import (
    CHECKS,
    check_bounds,
    check_draft,
    check_pair,
    check_result,
    check_segment,
    check_summary,
    check_together,
)

__all__ = [
    "CHECKS",
    "USUAL",
    "Check",
    "Context",
    "Evidence",
    "check_bounds",
    "check_draft",
    "check_pair",
    "check_result",
    "check_segment",
    "check_summary",
    "check_together",
]
