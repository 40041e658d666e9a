"""Labelled judgments on fictional applications, and the card that scores the program on them."""
