"""Puts the pages, actions and controllers of an open library together. It decides nothing itself."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from screener.model.score import Bucket
from screener.services.views import Filter, Order
from ui import i18n, theme
from ui.controllers.documents import DocumentController
from ui.controllers.imports import ImportController
from ui.controllers.jobs import JobController
from ui.controllers.output import OutputController
from ui.controllers.people import PeopleController
from ui.controllers.review import ReviewController
from ui.controllers.triage import TriageController, step_words
from ui.controllers.what_if import WhatIfController
from ui.main_window import MainWindow
from ui.models.application_list import ApplicationListModel
from ui.tasks.page_images import PageImages
from ui.views.review_page import ReviewPage
from ui.widgets.progress_strip import NoticeStrip, ProgressStrip
from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from screener.services import Workspace
    from ui.startup import Furnisher


class Desk(QObject):
    """Everything the owner works with, once the data is open."""

    def __init__(self, window: MainWindow, workspace: "Workspace", base: "Furnisher") -> None:
        super().__init__(window)
        self.window, self.workspace, self._base = window, workspace, base
        self.actions, self.runner = base.actions, base.runner
        failed = base.notifier.error
        self.model = ApplicationListModel(workspace.review.rows, self)
        self.page = ReviewPage(self.model, self.actions)
        self.page.restore(window.prefs.splitter)
        self.start = base.start
        self.progress, self.offer = ProgressStrip(), NoticeStrip("resume_offer")
        window.add_strip(self.offer)
        window.add_strip(self.progress)
        window.stack.addWidget(self.page)
        self.toast = Toast(window)
        self.images = PageImages(workspace.review.page_image, self)
        window.on_close(self.images.shut_down)
        self.review = ReviewController(workspace, self.runner, self.page, self.model, window.prefs)
        self.documents = DocumentController(workspace, self.page, self.review, self.images, base.dialogs)
        self.triage = TriageController(
            workspace, self.page, self.review, self.actions, self.toast, base.dialogs, failed
        )
        self.imports = ImportController(
            workspace, self.runner, self.review, self.progress, self.offer, self.toast, base.dialogs, failed
        )
        self.people = PeopleController(workspace, self.page, self.review, base.dialogs, failed)
        self.jobs = JobController(
            workspace, self.runner, self.start, self.page, self.review, self.imports, self.toast, base.dialogs, failed
        )
        self.what_if = WhatIfController(
            workspace,
            self.runner,
            self.page,
            self.review,
            self.toast,
            base.dialogs,
            failed,
            self.triage.undo,
        )
        self.output = OutputController(workspace, self.runner, self.review, self.toast, base.dialogs, failed)
        self._connect()
        window.on_close(self.review.stop)
        window.closing.connect(self._on_closing)

    def begin(self, paths: Sequence[Path]) -> None:
        """Goes where the owner was, or to the start page; `paths` are taken in."""
        known = {row.id for row in self.workspace.openings.list()}
        if self.window.prefs.opening in known and not paths:
            self.jobs.open(self.window.prefs.opening)
        else:
            self.jobs.show_start()
        if paths:
            self.jobs.take_in(paths)

    def _connect(self) -> None:
        ask, window = self._base.dialogs, self.window
        jobs, imports, people = self.jobs, self.imports, self.people
        documents, review = self.documents, self.review
        for name, slot in (
            ("new_job", jobs.new_job),
            ("start_page", jobs.show_start),
            ("edit_job", jobs.edit),
            ("what_if", self.what_if.show),
            ("copy_job", jobs.copy),
            ("look_for_new", imports.look_for_new),
            ("add_person", people.add_person),
            ("paste_text", people.paste_text),
            ("split", people.split),
            ("report", imports.show_report),
            ("waiting", imports.show_waiting),
            ("export", self.output.export),
            ("print_shortlist", self.output.print_shortlist),
            ("print_applicant", self.output.print_applicant),
            ("next_document", documents.next_document),
            ("open_original", documents.open_original),
            ("search", self.page.list.focus_search),
            ("zoom_fit", self.page.document.zoom_to_fit),
            ("quit", window.close),
            ("keys", self.show_keys),
            ("history", self.show_history),
        ):
            self.actions[name].triggered.connect(lambda _checked=False, do=slot: do())
        self.actions["remove_job"].triggered.connect(lambda: jobs.remove(self.triage.undo))
        for name, by in (("next", 1), ("previous", -1)):
            self.actions[name].triggered.connect(lambda _checked=False, steps=by: review.step(steps))
        for name, by in (("next_evidence", 1), ("previous_evidence", -1)):
            self.actions[name].triggered.connect(lambda _checked=False, steps=by: documents.step(steps))
        for name, by in (("scroll_down", 1), ("scroll_up", -1)):
            self.actions[name].triggered.connect(lambda _checked=False, pages=by: self.page.document.scroll_by(pages))
        for name, by in (("zoom_in", 1), ("zoom_out", -1)):
            self.actions[name].triggered.connect(lambda _checked=False, steps=by: self.page.document.zoom_by(steps))
        self.actions["machine"].toggled.connect(self.page.document.set_machine_shown)
        self.page.document.machine_shown.connect(self.actions["machine"].setChecked)
        self.actions["photos"].toggled.connect(self.page.document.set_photos_shown)
        self.page.document.photos_shown.connect(self.actions["photos"].setChecked)
        for number, bucket in enumerate(Bucket, 1):
            self.actions[f"group_{number}"].triggered.connect(
                lambda _checked=False, chosen=bucket: self.page.list.set_filter(Filter(bucket=chosen))
            )
        self.actions["group_all"].triggered.connect(lambda: self.page.list.set_filter(Filter()))
        for order in Order:
            self.actions[f"order_{order}"].triggered.connect(
                lambda _checked=False, chosen=order: review.set_order(chosen)
            )
        for mode in theme.MODES:
            action = self.actions[f"theme_{mode}"]
            action.setChecked(window.prefs.theme == mode)
            action.triggered.connect(lambda _checked=False, chosen=mode: self.set_theme(chosen))
        for name in ("import_files", "choose_files"):
            wish = self.actions[name].triggered if name == "import_files" else self.start.choose_files_requested
            wish.connect(lambda _checked=False: ask.open_files(self.tr("Add files"), jobs.take_in))
        for wish in (self.actions["import_folder"].triggered, self.start.choose_folder_requested):
            wish.connect(lambda _checked=False: ask.open_folder(self.tr("Add a folder"), jobs.take_in))
        for wish in (self.actions["open_job_file"].triggered, self.start.job_file_requested):
            wish.connect(
                lambda _checked=False: ask.open_file(
                    self.tr("Open a job file"), self.tr("Job files (*.toml)"), jobs.open_file
                )
            )
        self.actions["save_job_file"].triggered.connect(
            lambda: ask.save_file(
                self.tr("Save as a job file"), self.tr("job.toml"), self.tr("Job files (*.toml)"), self.output.save_job
            )
        )
        window.files_dropped.connect(jobs.take_in)
        self.page.document.files_requested.connect(self.actions["import_files"].trigger)
        self.page.bar.waiting_requested.connect(imports.show_waiting)
        jobs.start_shown.connect(lambda: window.show_page(self.start))
        jobs.job_shown.connect(self._on_job_shown)
        review.opening_changed.connect(lambda _: self._set_available())
        review.application_shown.connect(lambda _: self._set_available())
        theme.theme().changed.connect(self._repaint)
        self._set_available()

    def set_theme(self, mode: str) -> None:
        """Light, dark, or as the system."""
        self.window.prefs.theme = mode
        theme.theme().set_mode(mode)

    def show_keys(self) -> None:
        """Every key on one sheet."""
        from ui.views.sheets import KeysSheet

        self._base.dialogs.show(KeysSheet(self.window, self.actions))

    def show_history(self) -> None:
        """What was done in this job, the latest first."""
        from ui.views.sheets import HistorySheet

        lines = [
            f"{i18n.moment(step.at)}   {step_words(step)}" + (self.tr("  (taken back)") if step.undone else "")
            for step in self.workspace.triage.history(self.review.opening, 200)
        ]
        self._base.dialogs.show(HistorySheet(self.window, lines))

    def _on_job_shown(self) -> None:
        self.window.show_page(self.page)
        self.page.list.view.setFocus()

    def _set_available(self) -> None:
        self.actions.set_available(opening=bool(self.review.opening), application=self.review.current is not None)

    def _repaint(self) -> None:
        self.page.document.repaint_theme()

    def _on_closing(self) -> None:
        self.window.prefs.splitter = self.page.splitter.saveState()
