"""The real window over a filled library, worked with by a script; prints what it measured as JSON. Run by window_speed."""

import json
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import psutil
from PySide6.QtWidgets import QApplication

from benchmarks.openings import OPENING
from screener.model.score import Bucket
from screener.services.views import Filter, Order
from ui import theme
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.prefs import Prefs
from ui.startup import furnish

TURNS = 7
PEOPLE = 60
PATIENCE_S = 300  # of a machine with other work to do
FILTERS = {
    "everybody": Filter(),
    "talk first": Filter(bucket=Bucket.TALK_FIRST),
    "missing a must": Filter(bucket=Bucket.MISSING_MUST),
    "to decide": Filter(undecided=True),
    "with a note": Filter(with_note=True),
    "search: Zendesk": Filter(text="Zendesk"),
    "search: two words": Filter(text="workshop Galway"),
    "search: rare": Filter(text="Quintana"),
}


def main(library: Path) -> None:
    """Opens the job, goes through the list, orders and narrows it."""
    app = QApplication([])
    prefs = Prefs()
    theme.install(app).set_mode("light", styled=False)
    window = MainWindow(prefs)
    window.show()
    furnisher = furnish(window, library, [])
    _until(app, lambda: furnisher.desk is not None)
    desk = furnisher.desk
    assert desk is not None
    desk.jobs.open(OPENING.id)
    _until(app, lambda: not furnisher.runner.busy and desk.model.rowCount() > 0)
    memory = {"memory, the list open": _megabytes()}
    narrow = {name: _median(partial(_show, app, desk, wanted)) for name, wanted in FILTERS.items()}
    _show(app, desk, Filter())
    every = {
        f"{order}{' descending' if descending else ''}": _median(partial(_order, desk, order, descending))
        for order in Order
        for descending in (False, True)
    }
    _show(app, desk, Filter())
    seen = set()
    for _ in range(PEOPLE):
        desk.actions["next"].trigger()
        app.processEvents()
        seen.add(desk.review.current.id if desk.review.current is not None else None)
    if len(seen) < PEOPLE:
        raise RuntimeError(f"looked at {len(seen)} people only")
    memory[f"memory, after looking at {PEOPLE} people"] = _megabytes()
    window.close()
    print(json.dumps({"memory": memory, "ms": {"list narrowed and painted": narrow, "list ordered": every}}))


def _show(app: QApplication, desk: Desk, wanted: Filter) -> None:
    desk.page.list.set_filter(wanted)
    app.processEvents()


def _order(desk: Desk, order: Order, descending: bool) -> None:
    desk.model.set_groups([(None, desk.workspace.review.ids(OPENING.id, Filter(), order, descending=descending))])


def _median(work: Callable[[], None]) -> float:
    """Milliseconds, over several turns after the first."""
    taken = []
    for _ in range(TURNS + 1):
        began = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - began))
    return statistics.median(taken[1:])


def _megabytes() -> float:
    return float(psutil.Process().memory_info().rss) / 1e6


def _until(app: QApplication, ready: Callable[[], bool]) -> None:
    ends = time.monotonic() + PATIENCE_S
    while not ready():
        if time.monotonic() > ends:
            raise RuntimeError("the window did not get ready")
        app.processEvents()
        time.sleep(0.005)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
