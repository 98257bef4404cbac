"""Netra-NMT, an architecture that transformers does not have: its network, and its conversion."""
