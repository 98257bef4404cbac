"""What the program is compared with, run by hand; each writes into ``benchmarks/results``."""
