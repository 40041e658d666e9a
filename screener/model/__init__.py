"""The nouns of the program: frozen values without behaviour of their own beyond checking and deriving. Nothing here reads or writes."""
