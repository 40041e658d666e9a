"""Readings become profiles: sections, contact, jobs, education, languages spoken."""
