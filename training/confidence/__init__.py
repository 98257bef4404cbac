"""Fits the confidence of drafts: how likely one is usable, from what the program knows of it."""
