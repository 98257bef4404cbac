"""Scripts that make files of the repository; the program does not need them."""
