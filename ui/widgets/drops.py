"""Files dragged in from outside."""

from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QDropEvent


def paths_of(event: QEvent) -> list[Path]:
    """The local files and folders a drag carries."""
    if not isinstance(event, QDropEvent):  # QDragEnterEvent and QDragMoveEvent are ones too
        return []
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def accept_files(event: QEvent) -> bool:
    """Accepts a drag that carries files; says whether it did."""
    if isinstance(event, QDropEvent) and paths_of(event):
        event.acceptProposedAction()
        return True
    return False


def dropped_paths(event: QEvent) -> list[Path]:
    """The paths of a drop, which is accepted if there are any."""
    paths = paths_of(event)
    if paths and isinstance(event, QDropEvent):
        event.acceptProposedAction()
    return paths
