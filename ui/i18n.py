"""Words on the screen: the window's own through Qt, those of codes (reasons, findings, errors, changes) through `screener.words`."""

from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QTranslator

from resources import resource
from screener.errors import ScreenerError

_translators: list[QTranslator] = []


@cache
def language() -> str:
    """ISO 639-1 of the screen's language, taken once: it does not change while the program runs."""
    return QLocale().name().partition("_")[0]


def install(app: QCoreApplication, code: str) -> None:
    """Takes the window's own texts in `code`; where there is no translation English holds, whose file has the plurals only."""
    if _translators:
        return
    for language_code in dict.fromkeys((code, "en")):
        found = resource(f"i18n/window_{language_code}.qm")
        translator = QTranslator(app)
        if found.is_file() and translator.load(str(found)):  # installed as plain files always, see services
            app.installTranslator(translator)
            _translators.append(translator)
            return


def say(code: str, facts: Mapping[str, str | int | float] | None = None) -> str:
    """A stored code in words, in the language of the screen."""
    from screener import words

    return words.say(code, facts or {}, language())


def error_text(error: ScreenerError) -> str:
    """A known problem in words: what happened, to which file, and the way out."""
    return say(f"error.{error.code}", error.facts)


def moment(iso: str) -> str:
    """A stored UTC time as the owner's locale writes it, in local time."""
    from PySide6.QtCore import Qt

    read = QDateTime.fromString(iso, Qt.DateFormat.ISODate)
    if not read.isValid():
        return iso
    return QLocale().toString(read.toLocalTime(), QLocale.FormatType.ShortFormat)
