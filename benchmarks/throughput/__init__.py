"""Articles per second and memory, beside what a user would write instead; see ``__main__.py``."""
