"""A small Marian student: its own vocabularies, trained on real and made pairs."""
