"""Khmer text: normalisation, clusters, digits and numbers. Pure, and free of dependencies."""
