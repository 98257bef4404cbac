"""Measures of quality against references. Nothing here is needed to summarise or translate."""
