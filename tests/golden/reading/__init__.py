"""A labelled, invented corpus of application documents, made on demand; the card that measures reading on it."""
