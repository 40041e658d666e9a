"""A thin strip that says how far something is, how fast it goes, and how long it will take."""

import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar

from ui.tokens import Space
from ui.widgets.labels import button, label

KNOWN_AFTER = 3  # files before a rate is worth saying


class ProgressStrip(QFrame):
    """Hidden while nothing runs. Reading on goes on while it is shown."""

    stop_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("progress_strip")
        self.setProperty("frame", "strip")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.S, Space.M, Space.S)
        row.setSpacing(Space.M)
        self._text = label("")
        row.addWidget(self._text)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        row.addWidget(self.bar, 1)
        self._rate = label("", "small")
        row.addWidget(self._rate)
        self.stop = button(self.tr("Stop"))
        self.stop.setObjectName("stop")
        self.stop.setToolTip(self.tr("What has been read stays. You can go on later."))
        self.stop.clicked.connect(self._on_stop)
        row.addWidget(self.stop)
        self._began_s = 0.0
        self.hide()

    def begin(self, text: str) -> None:
        """Shows the strip."""
        self._began_s = time.monotonic()
        self._text.setText(text)
        self._rate.setText("")
        self.bar.setRange(0, 0)
        self.stop.setEnabled(True)
        self.show()

    def progress(self, done: int, total: int, name: str) -> None:
        """`total` -1: not known yet. `name` is what is being read."""
        if total > 0:
            self.bar.setRange(0, total)
            self.bar.setValue(done)
            self._text.setText(self.tr("Reading {done} of {total}").format(done=done, total=total))
        elif done:
            self._text.setText(self.tr("Reading: {done} so far").format(done=done))
        self._text.setToolTip(name)
        self._rate.setText(self._rate_words(done, total))
        self.setAccessibleName(f"{self._text.text()} {self._rate.text()}")

    def _rate_words(self, done: int, total: int) -> str:
        passed_s = time.monotonic() - self._began_s
        if done < KNOWN_AFTER or passed_s < 1.0:
            return ""
        a_second = done / passed_s
        if a_second >= 1:
            rate = self.tr("{count} a second").format(count=round(a_second))
        else:
            rate = self.tr("{count} a minute").format(count=round(a_second * 60))
        if total <= 0:
            return rate
        left_s = (total - done) / a_second
        left = (
            self.tr("less than a minute left")
            if left_s < 60
            else self.tr("about %n minute(s) left", "", round(left_s / 60))
        )
        return f"{rate} · {left}"

    def end(self) -> None:
        """Hides the strip."""
        self.hide()

    def _on_stop(self) -> None:
        self.stop.setEnabled(False)
        self._text.setText(self.tr("Stopping after this file…"))
        self.stop_requested.emit()


class NoticeStrip(QFrame):
    """A strip that offers something: a sentence, one button, and a way to put it away."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("frame", "notice")
        self.setProperty("tone", "ask")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.XS, Space.S, Space.XS)
        row.setSpacing(Space.M)
        self.text = label("", wrap=True)
        row.addWidget(self.text, 1)
        self.action = button("")
        row.addWidget(self.action)
        away = button(self.tr("Not now"), "quiet")
        away.clicked.connect(self.hide)
        row.addWidget(away)
        self.hide()

    def offer(self, text: str, action: str) -> None:
        """Shows the offer."""
        self.text.setText(text)
        self.action.setText(action)
        self.show()
