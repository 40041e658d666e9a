"""A piece of a row that may hold a place: towns with postal codes, states, provinces and countries."""

import re
from dataclasses import dataclass

from screener.parsing.folding import fold
from screener.parsing.name_data import words
from screener.parsing.place_data import Places, places
from screener.parsing.place_patterns import (
    AREA,
    AUSTRALIAN,
    BR,
    CANADIAN,
    CODE_BEHIND,
    CODES,
    COUNTY,
    DIGIT,
    DIGIT_OR_AT,
    EAST,
    EAST_GAPS,
    FOUR_DIGITS,
    JA,
    KO,
    LETTER,
    MAY_BE_STATE,
    MAY_BE_STATE_AND_CODE,
    NO_COMMA,
    OLD_TOWN,
    OVERSEAS,
    PARTS,
    PIECES,
    POSTAL,
    PROVINCE,
    PROVINCE_MARK,
    SCHOOLS,
    STATE_ALONE,
    STATE_BEHIND,
    US,
    ZH,
)


@dataclass(frozen=True, slots=True)
class Guess:
    """A place in the text, with what speaks for it."""

    start: int
    end: int
    value: str
    country: str | None
    how: str
    weight: float


def plain_value(text: str, offset: int) -> Guess | None:
    """The whole value of a label, when it looks like a place at all."""
    first = PIECES.split(text, maxsplit=1)[0].strip(" ,.")
    if (
        2 <= len(first) <= 60
        and LETTER.search(first)
        and not DIGIT_OR_AT.search(first)
        and (first[0].isupper() or not first[0].islower())
    ):
        lead = text.index(first)
        return Guess(offset + lead, offset + lead + len(first), first, None, "label", 2.0)
    return None


def in_piece(
    text: str, offset: int, how: str, weight: float, language: str | None, *, plain: bool = True
) -> Guess | None:
    """The place in a piece of a row that begins at `offset`, or None. `plain`: the piece is no name set large."""
    known = places()
    if len(text) > 140:
        return None

    def guess(match: re.Match[str], value: str, country: str | None, bonus: float) -> Guess:
        start, end = match.span("city")
        return Guess(offset + start, offset + end, value, country, how, weight + bonus)

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
        and not OLD_TOWN.search(text)
        and not (len(text) < 50 and AREA.search(text))
    ):
        alone = STATE_ALONE.fullmatch(text) if STATE_BEHIND.search(text) else None
        if alone is not None and alone["state"] in known.states and fold(alone["city"]) in known.cities:
            return Guess(
                offset + alone.start("city"),
                offset + alone.end("state"),
                f"{alone['city']}, {alone['state']}",
                known.states[alone["state"]],
                how,
                weight + 0.8,
            )
        return in_brazil(text, offset, how, weight) if language == "pt" else None
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
            return Guess(
                offset + start, offset + match.end("state"), f"{city}, {match['state']}", country, how, weight + 1.0
            )
    for country_code, pattern in POSTAL:
        match = pattern.search(text) if digits or country_code == "RU" else None
        if match is None or (match.start() == 0 and known.is_street(match["city"])):
            continue
        behind_comma = text[: match.start("city")].rstrip()[-1:] in {",", ""}
        city = _city_part(match["city"], from_right=country_code in ("GB", "IE"), whole=behind_comma)
        if country_code == "GB" and COUNTY.fullmatch(city):
            city = _before_county(text[: match.start("city")]) or city
        if not city or _is_noise(city):
            continue
        code = match.groupdict().get("code")
        listed = known.country(fold(city), language)
        length = sum(map(str.isdigit, match.group()))
        if ("short" in pattern.groupindex or match.group()[0] == "0") and listed is None and tail is None:
            continue  # not enough to make a town of an unknown word
        if country_code == "PL" and listed not in {None, "PL"}:
            continue  # a flat's number: "#08-456 Singapore"
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
        if city not in match["city"]:
            start = text.rindex(city, 0, match.start("city"))
            return Guess(offset + start, offset + start + len(city), city, said, how, weight + 0.9)
        value = f"{city}, {tail[0]}" if tail and fold(tail[0]) != fold(city) else city
        return guess(match, value, said, 0.9 if country_code or listed or code or how == "label" else 0.3)
    if "(" in text and (province := PROVINCE.match(text.lstrip())) is not None:
        return _in_province(province, offset + len(text) - len(text.lstrip()), how, weight, language, plain=plain)
    if language == "pt" and (brazilian := in_brazil(text, offset, how, weight)) is not None:
        return brazilian
    return _among_parts(text, offset, how, weight, language, plain=plain)


def _among_parts(text: str, offset: int, how: str, weight: float, language: str | None, *, plain: bool) -> Guess | None:
    """A town between commas: one that is known, else what stands between a street and a county or country."""
    known = places()
    split = [part.strip(" .()") for part in PARTS.split(text)]
    numbered = {CODE_BEHIND.sub("", part) for part in split if CODE_BEHIND.search(part)}
    parts = [CODE_BEHIND.sub("", part) for part in split]
    parts = [part for part in parts if part and not part[0].islower() and len(DIGIT.findall(part)) < 7]

    def guess(part: str, value: str, country: str | None, bonus: float) -> Guess:
        lead = text.index(part)
        return Guess(offset + lead, offset + lead + len(part), value, country, how, weight + bonus)

    for position, part in enumerate(parts):
        city = part if fold(part) in known.cities or len(part) > 60 else AREA.sub("", part)
        of_city = known.country(fold(city), language)
        if (
            of_city is None
            or not city[0].isupper()
            or len(city) < 3
            or known.countries.get(fold(city), of_city) != of_city
        ):
            continue
        behind = parts[position + 1 :]
        if part in numbered and not position and any(fold(each) in known.cities for each in behind):
            continue  # "Belgrano 1234, Mendoza": a street that bears a town's name
        named = next((each for each in behind if fold(each) in known.countries), None)
        if named is not None:
            return guess(city, f"{city}, {named}", known.countries[fold(named)], 1.0)
        beside = len(parts) == 2 and position == 0 and known.country(fold(parts[1]), language) == of_city
        alone = len(parts) == 1 and (plain or fold(part) not in words().given) and fold(part) not in words().never
        behind_street = position == len(parts) - 1 > 0 and (
            DIGIT.search(parts[0]) is not None or known.is_street(parts[0])
        )
        headline = len(parts) == 2 and position == 1 and any(fold(word) in words().never for word in parts[0].split())
        if headline and how != "label" and not behind_street:
            return guess(city, city, of_city, -0.6)  # "Care Assistant, Wolverhampton"
        if how == "label" or alone or behind_street or (beside and parts[1][0].isupper()):
            return guess(city, city, of_city, 0.5 if how == "label" else 0.0)
    if len(parts) < 2:
        return None
    named = parts[-1] if fold(parts[-1]) in known.countries else None
    county = named is None and COUNTY.fullmatch(parts[-1]) is not None
    if named is None and not county:
        return None
    streets = [place for place, part in enumerate(parts[:-1]) if DIGIT.search(part) or known.is_street(part)]
    for part in parts[streets[-1] + 1 if streets else 0 : -1]:
        if (
            part[0].isupper()
            and fold(part) not in known.countries
            and not _is_noise(part)
            and len(part) <= 40
            and len(part.split()) <= 4
        ):
            if named is not None:
                return guess(part, f"{part}, {named}", known.countries[fold(named)], 0.6)
            if streets or how == "label":
                irish = parts[-1].startswith(("Co", "County"))
                return guess(part, part, "IE" if irish else "GB", 0.5)
    return None


def _before_county(text: str) -> str:
    """The town between the commas before a county, "" where there is none."""
    town = text.rstrip(" ,").rpartition(",")[2].strip()
    return town if town and not DIGIT.search(town) and not places().is_street(town) else ""


def _is_degree(city: str, state: str, known: Places, language: str | None, *, digits: bool) -> bool:
    """Whether "Walker, RN" is a person and a degree, or a state of Brazil is meant outside of it."""
    foreign = known.states[state] == "BR" and language != "pt"
    return (foreign or fold(state) in words().degrees) and not digits and fold(city) not in known.cities


def _in_province(
    match: re.Match[str], offset: int, how: str, weight: float, language: str | None, *, plain: bool
) -> Guess | None:
    """A city with its province in brackets: "Lucca (LU)", "Getafe (Madrid)"."""
    known = places()
    city, province = fold(match["city"].strip()), fold(match["province"])
    country = known.country(city, language)
    named = (
        match["province"].isupper()
        or match["province"].endswith(".")
        or province in known.cities
        or province in known.countries
    )
    if country is None or not named or match["city"][0].islower() or not (plain or city not in words().given):
        return None
    start, end = match.span("city")
    behind = known.countries.get(province)
    value = f"{match['city'].strip()}, {match['province']}" if behind else match["city"].strip()
    return Guess(offset + start, offset + end, value, behind or country, how, weight + 0.7)


def in_brazil(text: str, offset: int, how: str, weight: float) -> Guess | None:
    """City and state: "São Paulo - SP" and its like."""
    match = BR.search(text)
    if (
        match is None
        or places().states.get(match["state"]) is None
        or fold(match["city"].strip()) not in places().cities
    ):
        return None
    start, end = match.span("city")
    return Guess(offset + start, offset + end, f"{match['city'].strip()}, {match['state']}", "BR", how, weight + 0.8)


def _east_asian(text: str, offset: int, how: str, weight: float, language: str | None) -> Guess | None:
    known = places()
    patterns = {"ja": ((JA, "JP"),), "ko": ((KO, "KR"),)}.get(language or "", ((ZH, "CN"), (KO, "KR"), (JA, "JP")))
    for pattern, country in patterns:
        match = pattern.search(text)
        if match is not None:
            city = match["city"]
            bare = PROVINCE_MARK.search(city) is not None
            country = known.country(city.rstrip("市"), language) or country if pattern is ZH else country
            bonus = 0.2 if bare else 0.7
            return Guess(offset + match.start("city"), offset + match.end("city"), city, country, how, weight + bonus)
    for part in EAST_GAPS.split(text.strip(" ()（）")):
        for length in range(min(len(part), 6), 1, -1):
            town = part[:length]
            if town not in known.cities or (length < len(part) and length < 2):
                continue
            lead = text.index(part)
            bonus = 0.5 if how == "label" else 0.0
            if length < len(part) and how != "label" and SCHOOLS.search(part):
                break  # "香港中文大学"
            return Guess(offset + lead, offset + lead + length, town, known.cities[town], how, weight + bonus)
    return None


def _country_behind(text: str) -> tuple[str, str] | None:
    """The country or state that ends a piece."""
    last = CODE_BEHIND.sub("", re.split(r"[,(]", text)[-1].strip(" .)"))
    code = places().countries.get(fold(last))
    return (last, code) if code is not None and len(last) > 1 else None


def _city_part(text: str, *, from_right: bool, whole: bool) -> str:
    """The longest known city that a run of words begins (or ends) with, else the run up to four words; `whole`: a comma stands before it."""
    found = text.split()
    known = places().cities
    for count in range(min(4, len(found)), 0, -1):
        part = " ".join(found[-count:] if from_right else found[:count]).strip(" .'’-")
        if fold(part) in known:
            return part
    if from_right and not (whole and len(found) <= 3):
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
    return fold(text) not in places().cities and any(
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
