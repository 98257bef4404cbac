"""The names of the commands."""

COMMANDS = (
    "article",
    "batch",
    "translate",
    "check",
    "review",
    "export",
    "digest",
    "serve",
    "mcp",
    "learn",
    "memory",
    "models",
    "prompts",
    "glossary",
    "names",
    "backends",
    "evaluate",
    "cache",
    "doctor",
)
