"""Bytes become readings: one module per format, layout, trust."""
