"""Data, not code: what is known about languages, roles and skills, and what the program says."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def resource(name: str) -> Traversable:
    """The file or folder `name` (with "/" between parts) below resources/."""
    found: Traversable = files(__name__)
    for part in name.split("/"):
        found = found / part
    return found
