"""The generator of the sample opening: people (data), layouts and writers (code). Nothing of the program imports it."""
