"""What knows about languages: normalising with an offset map, tokens, word forms, detection, dates, numbers."""
