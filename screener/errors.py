"""Problems the user can see or fix, each with a stable code. What is not a ScreenerError is our bug."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import ClassVar


class ScreenerError(Exception):
    """A problem the user can see or fix.

    `template` is English; screen and command line put it into the user's language by `code` and fill in `facts`.
    Instances cross process borders, so they pickle with their facts.
    """

    code: ClassVar[str] = "bug"  # stable: the headless contract and docs/errors.md name it
    template: ClassVar[str] = "Something went wrong: {detail}"

    def __init__(self, **facts: str) -> None:
        super().__init__(facts)
        self.facts = facts

    def __reduce__(self) -> tuple[object, ...]:  # keyword arguments do not survive pickling by themselves
        return partial(type(self), **self.facts), ()

    def __str__(self) -> str:
        return self.template.format(**self.facts)


class UnreadableError(ScreenerError):
    """One document could not be read; the others go on."""


class EncryptedFileError(UnreadableError):
    """The file asks for a password."""

    code = "password_protected"
    template = "“{name}” is password-protected. Save an unprotected copy and import that."


class DamagedFileError(UnreadableError):
    """The file is broken beyond what can be recovered."""

    code = "damaged"
    template = "“{name}” is damaged and could not be opened. Ask for it again, or open and save it in the program that made it."


class EmptyFileError(UnreadableError):
    """The file has no bytes or no content at all."""

    code = "empty"
    template = "“{name}” is empty. Ask the applicant to send it again."


class ImageOnlyError(UnreadableError):
    """The file holds pictures of pages and no text."""

    code = "image_only"
    template = (
        "“{name}” is a picture of a page, without text that can be read. Look at it yourself, or ask for the original."
    )


class ScanEngineMissingError(ImageOnlyError):
    """Pictures of pages, and the library that reads them is not installed."""

    code = "scan_engine_missing"
    template = (
        "“{name}” is a scan, and the part of the program that reads scans is not installed (the guide says how, under “Scans”). "
        "Look at it yourself, or ask for the original."
    )


class ScanLanguageMissingError(ImageOnlyError):
    """Pictures of pages in a script that there is no data for here. `script` is the code of one."""

    code = "scan_language_missing"
    template = "“{name}” is a scan in {script}, for which the reading data is not installed here. Install it and import the file again, or look at it yourself."


class BlurredError(ImageOnlyError):
    """Pictures of pages with text that is too blurred to be read."""

    code = "too_blurred"
    template = "“{name}” is a picture too blurred to be read. Please ask for a sharper one, or look at it yourself."


class BrokenFontError(UnreadableError):
    """Text is there, but its font does not say which letters it shows."""

    code = "broken_font"
    template = (
        "The letters in “{name}” cannot be told apart by a program. Look at it yourself, or ask for another copy."
    )


class UnsupportedFormatError(UnreadableError):
    """The content is of a kind that is not read."""

    code = "not_supported"
    template = "“{name}” is a kind of file that cannot be read yet. Save it as PDF or DOCX and import that."


class TooLargeError(UnreadableError):
    """The file, or what it unpacks to, is over a limit. `detail` is the code of the limit, `amount` the number that goes with it."""

    code = "too_large"
    template = "“{name}” is too large. Import a smaller copy."


class TimedOutError(UnreadableError):
    """Reading took longer than its limit and was stopped."""

    code = "timed_out"
    template = "Reading “{name}” took too long and was stopped. Print it to a new PDF and import that."


class WorkerDiedError(UnreadableError):
    """The process that read the file ended without an answer."""

    code = "reader_died"
    template = "“{name}” made the reader stop. Print it to a new PDF and import that."


class LeftoverFileError(UnreadableError):
    """A lock file or a system's own file; nobody's application."""

    code = "leftover"
    template = "“{name}” was left by another program and holds no application."


class NothingInsideError(UnreadableError):
    """An archive, mail or sheet without anything that could be an application."""

    code = "nothing_inside"
    template = "There is nothing in “{name}” that could be an application."


class MissingFileError(ScreenerError):
    """A path that was named is not there, or may not be read."""

    code = "missing_file"
    template = "“{name}” is not there or may not be read. Check the path."


class UsageError(ScreenerError):
    """The command was called wrongly."""

    code = "usage"
    template = "{detail}"


class OpeningFileError(ScreenerError):
    """An opening's TOML file has a mistake; `line` counts from 1 ("?" if unknown)."""

    code = "opening_file"
    template = "“{name}”, line {line}: {detail}"


class LexiconFileError(ScreenerError):
    """A file of the word lists has a mistake, usually one of the library's own."""

    code = "lexicon_file"
    template = "“{name}” in the word lists has a mistake: {detail}"


class UnknownOpeningError(ScreenerError):
    """No opening of that name."""

    code = "unknown_opening"
    template = "There is no job “{name}” here. Known: {known}"


class LibraryError(ScreenerError):
    """The library as a whole cannot be used."""


class LibraryBusyError(LibraryError):
    """Another process writes to this library."""

    code = "library_busy"
    template = "This library is in use by {holder}. Close it there and try again."


class LibraryNewerError(LibraryError):
    """The library was written by a newer version of the program."""

    code = "library_newer"
    template = "This library was made by a newer version of the program. Update the program to open it."


class LibraryDamagedError(LibraryError):
    """The database does not pass its own checks."""

    code = "library_damaged"
    template = "The library is damaged ({detail}). Restore the newest file in its folder “backups”."


class ConflictError(ScreenerError):
    """A change cannot be undone or redone, because what it changed has been changed since."""

    code = "conflict"
    template = "“{label}” cannot be undone: it was changed again since."


class CannotWriteError(ScreenerError):
    """A file that was asked for could not be written."""

    code = "cannot_write"
    template = (
        "“{name}” could not be written ({detail}). Is it open in another program, or is the folder write-protected?"
    )


def error_of(code: str, facts: Mapping[str, str]) -> ScreenerError:
    """The problem a stored code stands for; what a worker or the journal noted becomes an exception again."""
    for kind in _kinds(ScreenerError):
        if kind.code == code:
            return kind(**facts)
    return ScreenerError(detail=code)


def codes_of(base: type[ScreenerError]) -> frozenset[str]:
    """The codes of a kind of problem with all its special cases."""
    return frozenset(kind.code for kind in _kinds(base))


def _kinds(base: type[ScreenerError]) -> Iterator[type[ScreenerError]]:
    for kind in base.__subclasses__():
        if "code" in vars(kind):
            yield kind
        yield from _kinds(kind)
