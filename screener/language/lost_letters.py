"""Letters that a font or an encoding did not give away: U+FFFD where a letter should be."""

import re

_LOST_IN_WORD = re.compile("(?<=[^\\W\\d_])\ufffd+(?=[^\\W\\d_])")
_LOST_AFTER = re.compile("(?<=[^\\W\\d_])\ufffd+")
_LOST_BESIDE = re.compile("(?<=[^\\W\\d_])\ufffd+|\ufffd+(?=[^\\W\\d_])")
_MOST_ICONS = 1  # lone signs right behind a word that may be icons


def lost_letters(text: str) -> int:
    """How many letters are missing in the words of a text: signs without a letter (U+FFFD) in and beside words.

    Those that stand alone are bullets, dashes and icons. Icons may also stick to a word, mostly before it, so signs
    beside words count only where others stand inside a word or repeatedly behind one.
    """
    if "\ufffd" not in text:
        return 0
    if not _LOST_IN_WORD.search(text) and len(_LOST_AFTER.findall(text)) <= _MOST_ICONS:
        return 0
    return sum(map(len, _LOST_BESIDE.findall(text)))
