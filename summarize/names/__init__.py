"""Names of people and places: how they are spelt in Khmer."""
