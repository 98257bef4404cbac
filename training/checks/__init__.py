"""What the checks learn from the corpus: words of Khmer, their English, and sounds of names."""
