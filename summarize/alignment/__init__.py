"""Which Khmer words translate which English ones, learned from the corpus."""
