"""Texts whose sentences are put into Khmer in their place: plain, HTML and Word."""
