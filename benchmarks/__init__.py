"""Speed, as ratios measured side by side in one run, so that the machine and its load matter little."""
