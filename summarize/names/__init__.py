"""Names of people, places and bodies in English, with the Khmer that belongs to them."""
