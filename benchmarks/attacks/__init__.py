"""Hostile inputs, made by chance from a seed: whether the program holds."""
