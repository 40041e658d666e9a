"""Between views and services."""
