"""Many articles: planned, run, written, accounted for; interrupted at any time, and resumed."""
