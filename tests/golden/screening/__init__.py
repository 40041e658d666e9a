"""Labelled material for screening: invented letters, answers, texts with planted mistakes. A third is kept apart."""
