import pytest

from screener.model.document import Line
from screener.parsing.sections import find_sections


def kinds(text: str, *languages: str) -> list[tuple[str, str]]:
    """Kind and first line of each section."""
    return [
        (section.kind, text[section.start : section.end].strip().partition("\n")[0])
        for section in find_sections(text, (), languages)
    ]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("EXPERIENCE", "experience"),
        ("Work Experience:", "experience"),
        ("E X P E R I E N C E", "experience"),
        ("2. Employment history", "experience"),
        ("RELEVANT HOSPITALITY EXPERIENCE", "experience"),
        ("Berufserfahrung", "experience"),
        ("BERUFLICHER WERDEGANG", "experience"),
        ("Werkervaring", "experience"),
        ("Experiencia laboral", "experience"),
        ("Expériences professionnelles", "experience"),
        ("Experiência Profissional", "experience"),
        ("Esperienze lavorative", "experience"),
        ("Doświadczenie zawodowe", "experience"),
        ("Опыт работы", "experience"),
        ("工作经历", "experience"),
        ("工 作 经 验", "experience"),
        ("【工作經歷】", "experience"),
        ("■ 職務経歴", "experience"),
        ("경력사항", "experience"),
        ("Education & Training", "education"),
        ("Schul- und Berufsausbildung", "education"),
        ("学歴", "education"),
        ("Formación académica", "education"),
        ("Sprachen & EDV-Kenntnisse", "languages"),
        ("SKILLS / TOOLS", "skills"),
        ("Hobby's en interesses", "interests"),
        ("Ключевые навыки:", "skills"),
        ("자격증", "certificates"),
        ("\ue0b1 References", "references"),
    ],
)
def test_knows_the_heading(heading: str, kind: str) -> None:
    text = f"Ann Lee\nann@lee.example\n\n{heading}\nsomething that stands below it\n"
    assert kinds(text)[1:] == [(kind, heading)] or [found for found, _ in kinds(text)[1:]] == [kind]


def test_words_in_sentences_and_lists_are_no_headings() -> None:
    text = (
        "Ann Lee\n\nExperience\nShop assistant 2019 - 2021\nMy experience grew with ten years of hard work and good\n"
        "education\n• Skills: tills\n• Projects\nTools: scanner\n\nInterests\nChess\n"
    )
    assert [kind for kind, _ in kinds(text)] == ["contact", "experience", "interests"]


def test_a_line_of_languages_interrupts_a_section() -> None:
    text = "Skills\nExcel\nLanguages: English, Dutch\nWord\nEducation\nBSc"
    assert kinds(text) == [
        ("skills", "Skills"),
        ("languages", "Languages: English, Dutch"),
        ("skills", "Word"),
        ("education", "Education"),
    ]


def test_a_letter_is_one_section() -> None:
    text = "Dear hiring manager,\n\nI have much experience.\nSkills\nare what I bring.\n\nKind regards\nAnn"
    assert [kind for kind, _ in kinds(text)] == ["letter"]


RESUME = """Noor Visser
noor@visser.example

Experience
2019 - 2023 Receptionist, Hotel De Kade

Education
2015 - 2018 MBO Travel, Utrecht

"""
PROSE = (
    "For four years I have greeted guests, answered their mails and found their lost umbrellas, and I still like it.\n"
    * 2
)


@pytest.mark.parametrize(
    "letter",
    [
        f"Dear Ms Bakker,\n\n{PROSE}\nKind regards,\nNoor Visser\n",
        f"Noor Visser\nUtrecht, 3 May\n\nGeachte mevrouw,\n{PROSE}\nMet vriendelijke groet,\n\nNoor Visser\n",
        f"Sehr geehrte Damen und Herren,\n{PROSE}\nNoor Visser\n",
    ],
)
def test_a_letter_behind_a_resume(letter: str) -> None:
    found = kinds(RESUME + letter)
    assert found[-1] == ("letter", letter.partition("\n")[0])
    assert [kind for kind, _ in found].count("letter") == 1


def test_a_resume_behind_a_letter() -> None:
    text = f"Dear Ms Bakker,\n{PROSE}\nKind regards,\nNoor Visser\n\n{RESUME}"
    assert [kind for kind, _ in kinds(text)] == ["letter", "experience", "education"]


@pytest.mark.parametrize(
    "summary",
    [
        f"Hello, I am Noor.\n{PROSE}",
        f"Hello!\n{PROSE}",
        PROSE,
    ],
)
def test_a_summary_is_no_letter(summary: str) -> None:
    for text in (summary + RESUME, RESUME.replace("Experience\n", f"{summary}Experience\n", 1) + "\nThank you!\n"):
        assert "letter" not in [kind for kind, _ in kinds(text)]


def test_a_table_with_headings_on_the_left() -> None:
    text = "Ann Lee\nEXPERIENCE\tCook, The Inn 2019 - 2021\n\tWaiter 2017 - 2019\nEDUCATION\tBSc"
    assert [kind for kind, _ in kinds(text)] == ["contact", "experience", "education"]


def test_an_unknown_heading_that_looks_like_the_others() -> None:
    rows = [("Skills", 14.0), ("Excel and other things", 10.0), ("Stuff I like", 14.0), ("Tea and cake", 10.0)]
    rows += [("Education", 14.0), ("BSc of something", 10.0), ("and more of it", 10.0)]
    text, lines = "", []
    for row, size in rows:
        lines.append(Line(len(text), len(text) + len(row), size))
        text += row + "\n"
    assert [section.kind for section in find_sections(text, lines)] == ["skills", "other", "education"]


def test_a_bold_or_large_word_is_a_heading_where_a_plain_one_is_not() -> None:
    text = "Ann Lee\nSkills\nExcel\nSoftware\nWord\n"
    plain = [Line(0, 7, 10.0), Line(8, 14, 10.0, True), Line(15, 20, 10.0), Line(21, 29, 10.0), Line(30, 34, 10.0)]
    assert [section.start for section in find_sections(text, plain)] == [0, 8]
    bold = [*plain[:3], Line(21, 29, 10.0, True), plain[4]]
    assert [section.start for section in find_sections(text, bold)] == [0, 8, 21]


def test_the_first_part_is_told_by_what_stands_in_it() -> None:
    prose = "I am a calm and friendly person who has worked in shops for ten years and likes it very much.\n"
    assert [kind for kind, _ in kinds(prose + "Skills\nTill")] == ["summary", "skills"]
    assert [kind for kind, _ in kinds("Ann Lee\nann@lee.example\nSkills\nTill")] == ["contact", "skills"]


def test_nothing_in_nothing() -> None:
    assert find_sections("") == ()
    assert find_sections(" \n\t\n") == ()
