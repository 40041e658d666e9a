"""How places are written: towns with postal codes, states, provinces and districts."""

import re

PIECES = re.compile(r"\s*[|•·●▪■◆♦/\\;✉☎📞📱📍🏠⌂@]+\s*|\s[-–—]\s|\t+|\s{3,}")
MAY_DIVIDE = re.compile(r"[|•·●▪■◆♦/\\;✉☎📞📱📍🏠⌂@\t\-–—]|\s{3}")  # a quick look
CITY = r"(?:'s-|'t )?[^\W\d_][^\W\d_'’.-]*(?:[ '’.-]{1,2}[^\W\d_'’.-]+){0,4}"
POSTAL: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("NL", re.compile(rf"\b[1-9]\d{{3}} ?[A-Z]{{2}},?\s{{1,3}}(?P<city>{CITY})")),
    ("PL", re.compile(rf"\b\d{{2}}-\d{{3}},?\s{{1,3}}(?P<city>{CITY})")),
    ("PT", re.compile(rf"\b\d{{4}}-\d{{3}},?\s{{1,3}}(?P<city>{CITY})")),
    ("AR", re.compile(rf"\b[A-Z]\d{{4}}(?:[A-Z]{{3}})?,?\s{{1,3}}(?P<city>{CITY})")),
    ("", re.compile(rf"\b(?:(?P<code>[A-Z]{{1,2}})[- ])?\d{{5}},?\s{{1,3}}(?P<city>{CITY})")),
    ("", re.compile(rf"\b(?:(?P<code>[A-Z]{{1,2}})[- ])?(?!19\d\d|20\d\d)\d{{4}}\s{{1,3}}(?P<city>{CITY})")),
    ("", re.compile(rf"\b(?:(?P<code>[A-Z]{{1,2}})[- ])?\d{{3}} (?P<short>\d{{2}})\s{{1,3}}(?P<city>{CITY})")),
    ("FR", re.compile(rf"(?P<city>{CITY}) \((?P<short>\d{{2,3}}|2[AB])\)")),
    ("GB", re.compile(rf"(?P<city>{CITY}),?\s{{1,3}}(?:[A-Z]{{1,2}}\d[A-Z\d]? \d[A-Z]{{2}})\b")),
    ("IE", re.compile(rf"(?P<city>{CITY})(?: \d{{1,2}})?,?\s{{1,3}}(?:[A-Z]\d[\dW] [A-Z\d]{{4}})\b")),
    ("SG", re.compile(r"(?P<city>Singapore),?\s{1,3}S?\(?\d{6}\)?(?!\d)")),
    ("RU", re.compile(r"(?:\bг\.\s?|\bгород\s)(?P<city>[А-ЯЁ][а-яё]+(?:[- ][А-ЯЁ]?[а-яё]+){0,3})")),
)
US = re.compile(
    rf"(?P<city>{CITY}),\s*(?P<state>[A-Z]{{2,3}})(?:,?\s+(?:\d{{5}}(?:-\d{{4}})?|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{{4}}))?(?![\w])"
)
NO_COMMA = re.compile(
    rf"(?P<city>{CITY}) (?P<state>[A-Z]{{2,3}}),? (?:\d{{5}}(?:-\d{{4}})?|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{{4}})(?![\w])"
)
STATE_ALONE = re.compile(rf"\W*(?P<city>{CITY}) (?P<state>[A-Z]{{2,3}})\W*")
COUNTY = re.compile(
    r"(?:Co\.?|County) [A-Z][a-z]+|Greater [A-Z][a-z]+|[A-Z][a-z]+shire|(?:North|South|East|West) (?:Yorkshire|Sussex|Midlands)"
)
AREA = re.compile(
    r"^(?:Greater|Grand|Gran|Grande|Großraum|Raum|Región? de|Région de|Regio|Regione di) | (?:(?:Bay |Metropolitan |Metro )?(?:Area|Region)|und Umgebung)$"
)
CODE_BEHIND = re.compile(r",? +(?!(?:19|20)\d\d$)(?:\d{4,6}|\d{5}-\d{4})$")
PROVINCE = re.compile(r"(?P<city>[^\W\d_][^()\d,]{1,40}?) ?\((?P<province>[A-Z]{2,3}|[A-ZÀ-Þ][^()\d,]{2,30})\)[ .]*$")
AUSTRALIAN = frozenset({"NSW", "VIC", "QLD", "WA", "SA", "TAS", "ACT", "NT"})
FOUR_DIGITS = re.compile(r" \d{4}$")
PARTS = re.compile(r"[,(]|\s[-–]\s")
OVERSEAS = frozenset({"RE", "GP", "MQ", "GF", "YT", "PM"})  # French, with postal codes from 97 on
# Quick looks for what the two cannot do without.
MAY_BE_STATE = re.compile(r",\s*[A-Z]{2,3}(?!\w)")
MAY_BE_STATE_AND_CODE = re.compile(r"[A-Z]{2},? [A-Z\d]\d")
BR = re.compile(rf"(?P<city>{CITY})\s*[-/–,]\s*(?P<state>[A-Z]{{2}})(?!\w)")
ZH = re.compile(
    r"(?:(?P<province>[\u4e00-\u9fff]{2,3}(?:省|自治区))\s?)?(?P<city>[\u4e00-\u9fff]{2,4}?市)(?:\s?[\u4e00-\u9fff]{1,5}?[区县])?"
)
JA = re.compile(
    r"(?P<city>(?:東京都|北海道|京都府|大阪府|[\u4e00-\u9fff]{2,3}県)(?:\s?[\u4e00-\u9fff\u3041-\u30fa]{1,6}?[市区郡町村])?)"
)
KO = re.compile(
    r"(?P<city>(?:서울|부산|대구|인천|광주|대전|울산|세종)(?:특별시|광역시|특별자치시|시)?(?:\s[가-힣]{1,4}[구군])?|[가-힣]{2,4}도\s[가-힣]{1,4}[시군])"
)
PROVINCE_MARK = re.compile(r"(?:県|省)$|^[가-힣]{2,3}도$")  # a province without its town
EAST_GAPS = re.compile(r"[\s,，、/／-]+")
SCHOOLS = re.compile(r"[大中小]学|[大中小]學|学院|學院|公司|[银銀]行|有限|集[团團]|医院|醫院|[机機][构構]")
STATE_BEHIND = re.compile(r" [A-Z]{2,3}\W*$")
OLD_TOWN = re.compile(r"\bг\.|\bгород\s")
FOOT_CONTACT = re.compile(r"[|·•⋅∙].*(?:@|\+\d|[(\[]at[)\]]|\.com/)|(?:@|\+\d|[(\[]at[)\]]|\.com/).*[|·•⋅∙]")
LABELLED = re.compile(r"\W*([^:：\n]{2,40}?)\s*[:：]\s*")
FIELD = re.compile(r"\S(?:[^|;；｜\s]|\s{1,2}(?=\S))*")
BETWEEN_HAN = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")
LETTER = re.compile(r"[^\W\d_]{2}")
DIGIT = re.compile(r"\d")
DIGIT_OR_AT = re.compile(r"\d|@")
EAST = re.compile("[\u4e00-\u9fff가-힣]")
CANADIAN = re.compile(r"[A-Z]\d[A-Z] ?\d[A-Z]\d")
CODES = {
    "D": "DE",
    "A": "AT",
    "CH": "CH",
    "B": "BE",
    "F": "FR",
    "E": "ES",
    "I": "IT",
    "L": "LU",
    "NL": "NL",
    "DK": "DK",
    "DE": "DE",
    "AT": "AT",
    "FR": "FR",
    "ES": "ES",
    "IT": "IT",
    "S": "SE",
    "SE": "SE",
}
