"""Summarisers and translators behind one interface each, found by name."""
