"""What the window remembers of itself: where it was, what was open. Nothing about applicants but a number."""

from PySide6.QtCore import QByteArray, QSettings


class Prefs:
    """Typed access to QSettings. Values that do not fit are taken as not set."""

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = settings if settings is not None else QSettings()

    def _bytes(self, key: str) -> QByteArray | None:
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else None

    def _text(self, key: str, default: str = "") -> str:
        value = self._settings.value(key)
        return value if isinstance(value, str) else default

    @property
    def geometry(self) -> QByteArray | None:
        """Where the window stood."""
        return self._bytes("window/geometry")

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._settings.setValue("window/geometry", value)

    @property
    def splitter(self) -> QByteArray | None:
        """How the three panes share the width."""
        return self._bytes("window/splitter")

    @splitter.setter
    def splitter(self, value: QByteArray) -> None:
        self._settings.setValue("window/splitter", value)

    @property
    def theme(self) -> str:
        """One of `theme.MODES`."""
        return self._text("window/theme", "system")

    @theme.setter
    def theme(self, value: str) -> None:
        self._settings.setValue("window/theme", value)

    @property
    def opening(self) -> str:
        """The job that was open, "" for the start page."""
        return self._text("place/opening")

    @opening.setter
    def opening(self, value: str) -> None:
        self._settings.setValue("place/opening", value)

    def application(self, opening_id: str) -> int | None:
        """The application that was shown last in this job."""
        text = self._text(f"place/application/{opening_id}")
        return int(text) if text.isdecimal() else None

    def set_application(self, opening_id: str, application_id: int) -> None:
        """Remembers the application shown last in this job."""
        self._settings.setValue(f"place/application/{opening_id}", str(application_id))

    @property
    def folder(self) -> str:
        """The folder a file was chosen from last."""
        return self._text("place/folder")

    @folder.setter
    def folder(self, value: str) -> None:
        self._settings.setValue("place/folder", value)
