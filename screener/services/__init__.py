"""The use cases. A second front end could drive the program with these alone."""
