"""Many articles as few stories: each story once, with all who told it."""
