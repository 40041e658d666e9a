"""The whole job without a screen: read, judge, rank, keep. No Qt inside."""

ENGINE_VERSION = "0.2"
"""Version of the rules. Part of every verdict key: raise it whenever reading, parsing or matching may answer differently."""
