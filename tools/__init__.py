"""Scripts of the people who work on the program; not installed with it."""
