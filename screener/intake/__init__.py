"""Files become applications: gathering, grouping, stages, duplicates."""
