"""The project's own English-Khmer news corpus, in both languages written for it: see its card."""
