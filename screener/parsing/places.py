"""Where the applicant lives: the city, with country or state when it is said."""

import re
from dataclasses import dataclass

from screener.model.applicant import Found, Section
from screener.model.document import Span
from screener.parsing.folding import fold
from screener.parsing.layout import Row, Sheet
from screener.parsing.name_data import labels, words
from screener.parsing.place_data import Places, places
from screener.parsing.place_patterns import (
    AUSTRALIAN,
    BETWEEN_HAN,
    BR,
    CANADIAN,
    CODE_BEHIND,
    CODES,
    DIGIT,
    DIGIT_OR_AT,
    EAST,
    FIELD,
    FOUR_DIGITS,
    JA,
    KO,
    LABELLED,
    LETTER,
    MAY_BE_STATE,
    MAY_BE_STATE_AND_CODE,
    MAY_DIVIDE,
    NO_COMMA,
    OVERSEAS,
    PARTS,
    PIECES,
    POSTAL,
    PROVINCE,
    US,
    ZH,
)
from screener.parsing.whose import inside

TOP_ROWS = 30
_NOT_CONTACT = frozenset({"experience", "education", "projects", "courses", "certificates", "references", "skills"})


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Places of residence, the best first, and the country they point to (ISO 3166 code)."""

    found: tuple[Found, ...]
    country: str | None


@dataclass(frozen=True, slots=True)
class _Guess:
    start: int
    end: int
    value: str
    country: str | None
    how: str
    weight: float


def find_places(
    sheet: Sheet, sections: tuple[Section, ...], others: tuple[tuple[int, int], ...], language: str | None
) -> Whereabouts:
    """Where the applicant lives, from labels, addresses and the head of the document."""
    guesses: list[_Guess] = []
    head = [(s.start, s.end) for s in sections if s.kind == "contact"]
    away = sorted((s.start, s.end) for s in sections if s.kind in _NOT_CONTACT)
    for row in sheet.rows:
        if len(row.text) > 200 or inside((row.start, row.end), others):
            continue
        labelled = _after_label(sheet, row)
        if labelled is not None:
            start, end = labelled
            guess = _in_piece(sheet.text[start:end], start, "label", 3.0, language)
            if guess is None:
                guess = _plain_value(sheet.text[start:end], start)
            if guess is not None:
                guesses.append(guess)
            continue
        contact = any(start <= row.start < end for start, end in head)
        told = row.index < 12 or contact or "," in row.text or DIGIT.search(row.text) is not None
        if told and (row.index < TOP_ROWS or contact) and not any(start <= row.start < end for start, end in away):
            plain = row.contact or (row.index > 1 and row.size <= 1.15 * sheet.body_size)
            guesses += _in_row(row, language, weight=1.0 - 0.02 * min(row.index, 30), plain=plain)
        if row.index > TOP_ROWS and not sections:
            break
    guesses.sort(key=lambda guess: (-guess.weight, guess.start))
    kept: dict[str, Found] = {}
    for guess in guesses:
        kept.setdefault(
            fold(guess.value),
            Found(
                value=guess.value,
                span=Span(guess.start, guess.end),
                how=guess.how,
                confidence=min(guess.weight / 4, 1.0),
            ),
        )
    country = next((guess.country for guess in guesses if guess.country), None)
    return Whereabouts(tuple(kept.values())[:3], country)


def _after_label(sheet: Sheet, row: Row) -> tuple[int, int] | None:
    """The part of the text that stands behind a label for a place."""
    known = labels()
    colons = row.text.count(":") + row.text.count("：")
    if colons > 1:  # several fields in one row
        for field in FIELD.finditer(row.text):
            label = LABELLED.match(field.group())
            if label is not None and fold(label[1].strip(" -*•(")) in known.place and label.end() < len(field.group()):
                return row.start + field.start() + label.end(), row.start + field.end()
    match = LABELLED.match(row.text) if colons else None
    if match is not None:
        said = fold(BETWEEN_HAN.sub("", match[1].strip(" -*•(")))
        if any(word in known.not_place for word in said.split()):
            return None
        if said in known.place:
            if match.end() < len(row.text):
                return row.start + match.end(), row.end
            if row.index + 1 < len(sheet.rows):
                following = sheet.rows[row.index + 1]
                return following.start, following.end
        return None
    if fold(row.text) in known.place and row.index + 1 < len(sheet.rows):
        following = sheet.rows[row.index + 1]
        return following.start, following.end
    return None


def _plain_value(text: str, offset: int) -> _Guess | None:
    """The whole value of a label, when it looks like a place at all."""
    first = PIECES.split(text, maxsplit=1)[0].strip(" ,.")
    if (
        2 <= len(first) <= 60
        and LETTER.search(first)
        and not DIGIT_OR_AT.search(first)
        and (first[0].isupper() or not first[0].islower())
    ):
        lead = text.index(first)
        return _Guess(offset + lead, offset + lead + len(first), first, None, "label", 2.0)
    return None


def _in_row(row: Row, language: str | None, weight: float, *, plain: bool) -> list[_Guess]:
    """`plain`: the row is no name set large, so that a city which is also a given name may stand in it alone."""
    brazilian = _in_brazil(row.text, row.start, "top", weight) if language == "pt" else None
    found: list[_Guess] = [brazilian] if brazilian is not None else []
    at = 0
    divided = PIECES.finditer(row.text) if MAY_DIVIDE.search(row.text) else ()
    for piece in [*divided, None]:
        end = piece.start() if piece is not None else len(row.text)
        if at < end:
            guess = _in_piece(row.text[at:end], row.start + at, "top", weight, language, plain=plain)
            if guess is not None:
                found.append(guess)
        at = piece.end() if piece is not None else end
    return found


def _in_piece(
    text: str, offset: int, how: str, weight: float, language: str | None, *, plain: bool = True
) -> _Guess | None:
    known = places()
    if len(text) > 140:
        return None

    def guess(match: re.Match[str], value: str, country: str | None, bonus: float) -> _Guess:
        start, end = match.span("city")
        return _Guess(offset + start, offset + end, value, country, how, weight + bonus)

    if EAST.search(text):
        return _east_asian(text, offset, how, weight, language)
    tail = _country_behind(text)
    digits = DIGIT.search(text) is not None
    if (
        not digits
        and "," not in text
        and "(" not in text
        and how != "label"
        and fold(text.strip(" .")) not in known.cities
    ):
        return _in_brazil(text, offset, how, weight) if language == "pt" else None
    match = US.search(text) if "," in text and MAY_BE_STATE.search(text) else None
    if match is None and digits and MAY_BE_STATE_AND_CODE.search(text):
        match = NO_COMMA.search(text)
    if match is not None and match["state"] in known.states:
        city = _last_part(match["city"])
        if city and not _is_noise(city) and not _is_degree(city, match["state"], known, language, digits=digits):
            country = "CA" if CANADIAN.search(text) else known.states[match["state"]]
            if match["state"] in AUSTRALIAN and FOUR_DIGITS.search(match.group()):
                country = "AU"
            if language == "pt" and match["state"] in places().states and country != "US":
                country = "BR"
            start = match.start("city") + match["city"].rindex(city)
            return _Guess(
                offset + start, offset + match.end("state"), f"{city}, {match['state']}", country, how, weight + 1.0
            )
    for country_code, pattern in POSTAL:
        match = pattern.search(text) if digits or country_code == "RU" else None
        if match is None:
            continue
        city = _city_part(match["city"], from_right=country_code in ("GB", "IE"))
        if not city or _is_noise(city):
            continue
        code = match.groupdict().get("code")
        listed = known.cities.get(fold(city))
        length = sum(map(str.isdigit, match.group()))
        if not country_code and listed is not None and known.postal_digits.get(listed, length) != length:
            listed = None  # "29200 Brest" is not the one in Belarus
        if listed in OVERSEAS and not re.search(r"\b97\d{3}\b", match.group()):
            listed = "FR"
        said = (
            country_code
            or (CODES.get(code) if code else None)
            or (tail[1] if tail else None)
            or listed
            or _by_language(language)
        )
        value = f"{city}, {tail[0]}" if tail and fold(tail[0]) != fold(city) else city
        return guess(match, value, said, 0.9 if country_code or listed or code or how == "label" else 0.3)
    if "(" in text and (province := PROVINCE.match(text.lstrip())) is not None:
        return _in_province(province, offset + len(text) - len(text.lstrip()), how, weight, plain=plain)
    parts = [CODE_BEHIND.sub("", part.strip(" .()")) for part in PARTS.split(text)]
    parts = [part for part in parts if part and not part[0].islower() and len(DIGIT.findall(part)) < 7]
    if language == "pt" and (brazilian := _in_brazil(text, offset, how, weight)) is not None:
        return brazilian
    for position, part in enumerate(parts):
        of_city = known.cities.get(fold(part))
        if of_city is None or not part[0].isupper() or len(part) < 3:
            continue
        lead = text.index(part)
        behind = parts[position + 1 :]
        named = next((each for each in behind if fold(each) in known.countries), None)
        if named is not None:
            return _Guess(
                offset + lead,
                offset + lead + len(part),
                f"{part}, {named}",
                known.countries[fold(named)],
                how,
                weight + 1.0,
            )
        beside = len(parts) == 2 and position == 0 and known.cities.get(fold(parts[1])) == of_city
        alone = len(parts) == 1 and (plain or fold(part) not in words().given) and fold(part) not in words().never
        behind_street = position == len(parts) - 1 > 0 and DIGIT.search(parts[0]) is not None
        if how == "label" or alone or behind_street or (beside and parts[1][0].isupper()):
            return _Guess(
                offset + lead, offset + lead + len(part), part, of_city, how, weight + (0.5 if how == "label" else 0.0)
            )
    if len(parts) >= 2 and fold(parts[-1]) in known.countries:
        named = parts[-1]
        town = next(
            (part for part in parts[:-1] if not DIGIT.search(part) and part[0].isupper() and not _is_noise(part)),
            None,
        )
        if town is not None and len(town) <= 40 and len(town.split()) <= 4:
            lead = text.index(town)
            return _Guess(
                offset + lead,
                offset + lead + len(town),
                f"{town}, {named}",
                known.countries[fold(named)],
                how,
                weight + 0.6,
            )
    return None


def _is_degree(city: str, state: str, known: Places, language: str | None, *, digits: bool) -> bool:
    """Whether "Walker, RN" is a person and a degree, or a state of Brazil is meant outside of it."""
    foreign = known.states[state] == "BR" and language != "pt"
    return (foreign or fold(state) in words().degrees) and not digits and fold(city) not in known.cities


def _in_province(match: re.Match[str], offset: int, how: str, weight: float, *, plain: bool) -> _Guess | None:
    """A city with its province in brackets: "Lucca (LU)", "Getafe (Madrid)"."""
    known = places()
    city, province = fold(match["city"].strip()), fold(match["province"])
    country = known.cities.get(city)
    named = match["province"].isupper() or province in known.cities or province in known.countries
    if country is None or not named or match["city"][0].islower() or not (plain or city not in words().given):
        return None
    start, end = match.span("city")
    behind = known.countries.get(province)
    value = f"{match['city'].strip()}, {match['province']}" if behind else match["city"].strip()
    return _Guess(offset + start, offset + end, value, behind or country, how, weight + 0.7)


def _in_brazil(text: str, offset: int, how: str, weight: float) -> _Guess | None:
    """City and state: "São Paulo - SP" and its like."""
    match = BR.search(text)
    if (
        match is None
        or places().states.get(match["state"]) is None
        or fold(match["city"].strip()) not in places().cities
    ):
        return None
    start, end = match.span("city")
    return _Guess(offset + start, offset + end, f"{match['city'].strip()}, {match['state']}", "BR", how, weight + 0.8)


def _east_asian(text: str, offset: int, how: str, weight: float, language: str | None) -> _Guess | None:
    known = places()
    patterns = {"ja": ((JA, "JP"),), "ko": ((KO, "KR"),)}.get(language or "", ((ZH, "CN"), (KO, "KR"), (JA, "JP")))
    for pattern, country in patterns:
        match = pattern.search(text)
        if match is not None:
            city = match["city"]
            return _Guess(offset + match.start("city"), offset + match.end("city"), city, country, how, weight + 0.7)
    for part in re.split(r"[\s,，、/／-]+", text.strip(" ()（）")):
        if fold(part) in known.cities and len(part) >= 2:
            lead = text.index(part)
            bonus = 0.5 if how == "label" else 0.0
            return _Guess(offset + lead, offset + lead + len(part), part, known.cities[fold(part)], how, weight + bonus)
    return None


def _country_behind(text: str) -> tuple[str, str] | None:
    """The country or state that ends a piece."""
    last = CODE_BEHIND.sub("", re.split(r"[,(]", text)[-1].strip(" .)"))
    code = places().countries.get(fold(last))
    return (last, code) if code is not None and len(last) > 1 else None


def _city_part(text: str, *, from_right: bool) -> str:
    """The longest known city that a run of words begins (or ends) with, else the run up to four words."""
    found = text.split()
    known = places().cities
    for count in range(min(4, len(found)), 0, -1):
        part = " ".join(found[-count:] if from_right else found[:count]).strip(" .'’-")
        if fold(part) in known:
            return part
    if from_right:
        return found[-1] if found else ""
    return " ".join(found[: 2 if len(found) > 3 else 3]).strip(" .'’-")


def _last_part(text: str) -> str:
    """The city at the end of a run of words ("12 Elm Street Austin" -> "Austin")."""
    found = text.split()
    known = places().cities
    for count in range(min(4, len(found)), 0, -1):
        part = " ".join(found[-count:])
        if fold(part) in known:
            return part
    return " ".join(found[-2:]) if len(found) <= 2 else found[-1]


def _is_noise(text: str) -> bool:
    never = words().never
    return any(
        fold(word).strip(".") in never
        for word in text.split()
        if fold(word)
        not in {
            "new",
            "san",
            "st.",
            "city",
            "la",
            "los",
            "las",
            "el",
            "le",
            "den",
            "the",
            "north",
            "south",
            "east",
            "west",
            "am",
            "im",
            "an",
            "der",
        }
    )


def _by_language(language: str | None) -> str | None:
    countries = places().language_countries.get(language or "")
    return countries[0] if countries and language != "en" else None
