"""The use cases. A second front end could drive the program with these alone."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from screener.services.workspace import Workspace

__all__ = ["Workspace"]


def __getattr__(name: str) -> object:
    # Loaded when first asked for: the window imports `views` before its first paint, and nothing of what lies behind.
    if name == "Workspace":
        from screener.services.workspace import Workspace

        return Workspace
    raise AttributeError(name)
