"""The sample opening is whole: every file has its truth, every truth its file, and the quoted sentences stand in the papers."""

import csv
import email
import email.policy
import io
import re
import unicodedata
import zipfile
from collections import Counter, defaultdict
from pathlib import Path

import docx
import pypdfium2
import pytest
import tesserocr
import tomli

from resources import resource
from screener.reading.ocr_data import folder_of

SAMPLES = Path(str(resource("samples")))
APPLICATIONS = SAMPLES / "applications"


def table(name: str) -> list[dict[str, str]]:
    with (SAMPLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def mail_parts(data: bytes) -> tuple[str, dict[str, bytes]]:
    message = email.message_from_bytes(data, policy=email.policy.default)
    body = message.get_body(("plain",))
    assert body is not None
    parts = {str(part.get_filename()): part.get_content() for part in message.iter_attachments()}
    return f"{message['from']}\n{body.get_content()}", parts


def everything() -> dict[str, bytes]:
    """Files and members by path, as truth.csv names them."""
    found: dict[str, bytes] = {}
    for path in sorted(APPLICATIONS.rglob("*")):
        if path.is_file():
            name = path.relative_to(APPLICATIONS).as_posix()
            found[name] = path.read_bytes()
            if name.endswith(".zip"):
                with zipfile.ZipFile(path) as archive:
                    found.update({f"{name}!{member}": archive.read(member) for member in archive.namelist()})
            if name.endswith(".eml"):
                found.update({f"{name}!{member}": data for member, data in mail_parts(found[name])[1].items()})
    return found


def text_of(path: str, data: bytes, encoding: str, *, scan: bool = False) -> str:
    if path.endswith(".pdf"):
        document = pypdfium2.PdfDocument(data)
        if scan:
            data_of_english = folder_of("eng")
            assert data_of_english is not None, "set-up installs what scans are read with"
            with tesserocr.PyTessBaseAPI(path=data_of_english, lang="eng") as engine:
                return "\n".join(read_alone(engine, page) for page in document)
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    if path.endswith(".docx"):
        opened = docx.Document(io.BytesIO(data))
        parts = [opened.element.body, *(section.header._element for section in opened.sections)]
        return "\n".join("".join(p.itertext()) for part in parts for p in part.iter() if p.tag.endswith("}p"))
    if path.endswith(".eml"):
        return mail_parts(data)[0]
    return data.decode(encoding)


def read_alone(engine: tesserocr.PyTessBaseAPI, page: pypdfium2.PdfPage) -> str:
    engine.SetImage(page.render(scale=200 / 72).to_pil())
    return str(engine.GetUTF8Text())


def encoding_of(odd: str) -> str:
    """The truth names every encoding that is not UTF-8."""
    named = {"cp1251": "cp1251", "cp1252": "cp1252", "utf_16": "utf-16"}
    return next((named[code] for code in odd.split(";") if code in named), "utf-8")


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad\ufffe]+|(?<=\n)- ", "", unicodedata.normalize("NFC", text))


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return everything()


@pytest.fixture(scope="module")
def papers(files: dict[str, bytes]) -> dict[str, str]:
    """The words of each readable file."""
    rows = {row["path"]: row for row in table("truth.csv")}
    readable = (path for path in files if rows[path]["application"] and rows[path]["outcome"] != "unreadable")
    return {
        path: squeezed(
            text_of(path, files[path], encoding_of(rows[path]["odd"]), scan="scan" in rows[path]["odd"].split(";"))
        )
        for path in readable
    }


def test_every_file_has_one_truth(files: dict[str, bytes]) -> None:
    paths = [row["path"] for row in table("truth.csv")]
    assert [path for path, count in Counter(paths).items() if count > 1] == []
    assert {path for path in paths if not path.startswith("answers.csv!")} == set(files)


def test_size_and_number() -> None:
    assert sum(path.stat().st_size for path in SAMPLES.rglob("*") if path.is_file()) <= 5_000_000
    assert len({row["application"] for row in table("truth.csv")} - {""}) >= 40


def test_contacts_stand_in_the_files(papers: dict[str, str]) -> None:
    for row in table("truth.csv"):
        if row["path"] in papers:
            said = squeezed(row["path"].rpartition("/")[2].replace("_", " "))
            words = papers[row["path"]] + said
            for value in (row["name"], *row["emails"].split(";")):
                assert squeezed(value).casefold() in words.casefold(), (row["path"], value)
            digits = re.sub(r"\D", "", words)
            for phone in filter(None, row["phones"].split(";")):
                assert re.sub(r"\D", "", phone.partition(" ")[2]) in digits, (row["path"], phone)


def test_sentences_stand_in_the_papers(papers: dict[str, str]) -> None:
    words: dict[str, str] = defaultdict(str)
    for row in table("truth.csv"):
        words[row["application"]] += papers.get(row["path"], "")
    for answer in table("truth_answers.csv"):
        words[answer["application"]] += squeezed(answer["answer"])
    names = [part["name"] for part in tomli.loads((SAMPLES / "opening.toml").read_text("utf-8"))["criteria"]]
    for row in table("truth_criteria.csv"):
        assert row["criterion"] in names
        assert row["outcome"] in ("met", "partly", "not_found", "unknown")
        assert row["sentence"] or row["outcome"] not in ("met", "partly")
        assert squeezed(row["sentence"]) in words[row["application"]], row


def test_answers_of_the_sheet_are_the_truth() -> None:
    with (APPLICATIONS / "answers.csv").open(encoding="utf-8", newline="") as file:
        sheet = list(csv.reader(file))
    truth: dict[str, list[str]] = defaultdict(list)
    for row in table("truth_answers.csv"):
        truth[row["application"]].append(row["answer"])
    members = [row for row in table("truth.csv") if row["path"].startswith("answers.csv!")]
    assert len(members) == len(sheet) - 1
    for row in members:
        given = sheet[int(row["path"].partition("!")[2]) - 1]
        if row["application"]:
            assert given[3:] == truth[row["application"]]
