"""The names of the commands."""

COMMANDS = (
    "article",
    "batch",
    "translate",
    "check",
    "review",
    "export",
    "memory",
    "models",
    "prompts",
    "glossary",
    "backends",
    "evaluate",
    "cache",
    "doctor",
)
