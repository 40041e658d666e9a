"""Qt models over ids; rows are fetched when painted."""
