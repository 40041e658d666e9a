"""Names in the shapes people write them, and the witnesses that speak for them."""

import pytest

from screener.model.document import Reading
from screener.parsing import parse
from tests.unit.parsing.test_parsing_headers import reading_of


def name(text: str, language: str = "en", file: str = "cv.pdf", mail_from: tuple[str, str] | None = None) -> str | None:
    return parse(reading_of(text, language), name=file, mail_from=mail_from).name


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "John A. Smith, Ph.D., P.E.\njs@x.example", "John A. Smith"),
        ("en", "SMITH, JOHN A.\n123 Oak Ave\njsmith@x.example", "John A. Smith"),
        ("en", "Smith John\nsmith.john@x.example", "Smith John"),
        ("en", "Mr. Rahul Verma\nContact: +91 98000 00012", "Rahul Verma"),
        ("en", "Name: MUHAMMAD ALI KHAN\nS/O: Ahmed Khan\nCNIC: 12345", "Muhammad Ali Khan"),
        ("en", "C.V\n\nName : Ahmed Hassan Mohamed\nNationality : Egyptian", "Ahmed Hassan Mohamed"),
        ("en", "Jean-Luc\nPicard-Lefort\njl.picard@x.example", "Jean-Luc Picard-Lefort"),
        ("en", "# Maria Gonzalez\n**Software Developer**\nmaria@x.example", "Maria Gonzalez"),
        ("en", "**Maria Gonzalez**\nSoftware Developer", "Maria Gonzalez"),
        ("en", "Maria Gonzalez's Resume\nSoftware Developer", "Maria Gonzalez"),
        ("en", "Resume — Maria Gonzalez — 2024", "Maria Gonzalez"),
        ("en", "CURRICULUM VITAE: MARIA GONZALEZ", "Maria Gonzalez"),
        ("en", "PERSONAL INFORMATION Maria Gonzalez\n12 Street, Leeds", "Maria Gonzalez"),
        (
            "en",
            "Europass\nCurriculum Vitae\nPersonal information\nFirst name(s) / Surname(s) Maria Gonzalez\nAddress",
            "Maria Gonzalez",
        ),
        ("en", "First Name: Maria Last Name: Gonzalez\nEmail: x@y.example", "Maria Gonzalez"),
        ("en", "First Name Maria\nLast Name Gonzalez", "Maria Gonzalez"),
        ("en", "Ms Fiona MacDonald (she/her)\nEdinburgh", "Fiona MacDonald"),
        ("en", "FIONA MACDONALD\nfiona.macdonald@x.example", "Fiona MacDonald"),
        ("en", 'Dwayne "The Rock" Johnson\nactor@x.example', 'Dwayne "The Rock" Johnson'),
        ("en", "Sarah J Parker\nNew York\n212-555-0199", "Sarah J Parker"),
        ("en", "sarah parker\nsarah.parker@x.example", "Sarah Parker"),
        ("en", "Sarah Parker BA (Hons)\nsp@x.example", "Sarah Parker"),
        ("en", "SARAH PARKER BSc MSc CEng\nsp@x.example", "Sarah Parker"),
        ("en", "Sarah Parker - CV\nsp@x.example", "Sarah Parker"),
        ("en", "Sarah Parker CV\nsp@x.example", "Sarah Parker"),
        ("en", "{10}sp@x.example\n{10}212-555-0199\n{24}Sarah Parker\n{10}Summary", "Sarah Parker"),
        ("en", "{10}2024\n{10}Confidential\n{24}Sarah\n{24}Parker\n{10}Summary", "Sarah Parker"),
        ("en", "{24}HELLO!\n{24}I'm Sarah Parker\n{10}Designer", "Sarah Parker"),
        ("en", "{24}Hi, I'm Sarah Parker.\n{10}Designer", "Sarah Parker"),
        ("en", "{40}SARAH PARKER\n{12}NURSE\n{20}CONTACT\n{20}EDUCATION", "Sarah Parker"),
        ("en", "{30}CURRICULUM VITAE\n{20}Sarah Parker\n{10}sp@x.example", "Sarah Parker"),
        ("en", "{30}RESUME\n{14}Sarah Parker\n{14}Sales Associate\n{10}sp@x.example", "Sarah Parker"),
        (
            "en",
            "Sarah Parker                                   sp@x.example\nNurse                                        212-555-0199",
            "Sarah Parker",
        ),
        ("en", "Sarah Parker\tLeeds, UK\nNurse", "Sarah Parker"),
        ("en", "Sarah Parker / Nurse / Leeds", "Sarah Parker"),
        ("en", "Sarah Parker, Nurse\nLeeds", "Sarah Parker"),
        ("en", "Sarah Parker (Nurse)\nLeeds", "Sarah Parker"),
        ("en", "Nurse Sarah Parker\nLeeds", "Sarah Parker"),
        ("en", "SP\nSarah Parker\nNurse", "Sarah Parker"),
        ("en", "{30}SP\n{24}Sarah Parker\n{10}Nurse\nsp@x.example", "Sarah Parker"),
        ("en", "{30}S P\n{20}SARAH PARKER\n{10}NURSE", "Sarah Parker"),
        ("en", "Candidate: Sarah Parker\nScreening answers\n1. yes", "Sarah Parker"),
        ("en", "Hello, this is Sarah Parker, I would like the job.", "Sarah Parker"),
        (
            "en",
            "Dear Sir or Madam,\n\nI want the job. It is nice.\n\nYours faithfully\n\n\nSARAH PARKER (Ms)",
            "Sarah Parker",
        ),
        ("en", "Dear John,\nText.\nBest,\nSarah Parker\nNurse\n+1 212-555-0199", "Sarah Parker"),
        ("en", "Dear John,\nText.\nRegards Sarah Parker", "Sarah Parker"),
        ("en", "Sarah Parker\n12 Oak Street\nLeeds\n\nThe Manager\nHarbour Bikes\n\nDear Ms Jones", "Sarah Parker"),
        (
            "en",
            "12 Oak Street\nLeeds\n\nJane Jones\nHR Manager\nHarbour Bikes\n\nDear Ms Jones,\nI like bikes and I would like to apply for your job as a support agent.\nSincerely,\nSarah Parker",
            "Sarah Parker",
        ),
        ("en", "Page 1 of 3\nSarah Parker\nNurse", "Sarah Parker"),
        ("en", "Objective\nTo work.\nSarah Parker\n", "Sarah Parker"),
        ("en", "Ngo Van Minh\nminhngo@x.example", "Ngo Van Minh"),
        ("en", "Nguyễn Văn An\nan.nguyen@x.example", "Nguyễn Văn An"),
        ("en", "Oluwaseun Adebayo-Williams\nLagos", "Oluwaseun Adebayo-Williams"),
        ("en", "Anh Le\nanhle@x.example", "Anh Le"),
        ("en", "Li Na\nlina@x.example\nShanghai", "Li Na"),
        ("en", "LI NA\nlina@x.example\nShanghai", "Li Na"),
        ("en", "Wang Xiaoming\nShanghai\nwxm@x.example", "Wang Xiaoming"),
        ("en", "Kim Min-jun\nSeoul\nminjun@x.example", "Kim Min-jun"),
        ("en", "Siti Nurhaliza binti Tarudin\nKuala Lumpur", "Siti Nurhaliza binti Tarudin"),
        ("en", "S. Ramanathan\nChennai\nsramanathan@x.example", "S. Ramanathan"),
        ("en", "Zoë Kravchenko-O'Hara\nzoe@x.example", "Zoë Kravchenko-O'Hara"),
        ("en", "ʻAnela Kealoha\nHonolulu, HI\nanela@x.example", None),
        ("de", "Herr Max Müller\nKöln", "Max Müller"),
        ("de", "Lebenslauf\nPersönliche Angaben\nName\tMüller\nVorname\tMax\nGeburtsdatum\t1.1.1990", "Max Müller"),
        ("de", "Name: Müller, Max\nWohnort: Köln", "Max Müller"),
        ("de", "MAX MÜLLER-WESTERNHAGEN\nEinzelhandelskaufmann", "Max Müller-Westernhagen"),
        ("de", "Max Müller, B.Sc.\nInformatiker", "Max Müller"),
        ("de", "Anna-Lena Weiß M.A.\nanna-lena.weiss@x.example", "Anna-Lena Weiß"),
        ("fr", "DUPONT Jean\n06 39 98 00 12", "Dupont Jean"),
        ("fr", "Mme Claire DE LA FONTAINE\nParis", "Claire de la Fontaine"),
        ("es", "D. José Luis Pérez\nMadrid", "José Luis Pérez"),
        ("es", "PÉREZ GÓMEZ, José Luis\nMadrid", "José Luis Pérez Gómez"),
        ("es", "JOSÉ LUIS PÉREZ\nCAMARERO\njoselu@x.example", "José Luis Pérez"),
        ("nl", "P.J. (Piet) de Boer\npj.deboer@x.example", "P.J. (Piet) de Boer"),
        ("nl", "Boer, P. de\npdeboer@x.example", None),
        ("nl", "Drs. Anna Maria van der Meer-Jansen MBA\nDirecteur", "Anna Maria van der Meer-Jansen"),
        ("nl", "CV Anna de Vries\nUtrecht", "Anna de Vries"),
        ("nl", "Mijn naam is Anna de Vries en ik woon in Utrecht.", "Anna de Vries"),
        ("pt", "Currículo Vitae\nAna Clara de Oliveira e Silva\nBrasileira", "Ana Clara de Oliveira e Silva"),
        ("pt", "ANA CLARA DE OLIVEIRA E SILVA\nana@x.example", "Ana Clara de Oliveira e Silva"),
        ("it", "Curriculum Vitae di Mario Rossi\nRoma", "Mario Rossi"),
        ("it", "ROSSI MARIO\nmario.rossi@x.example", "Rossi Mario"),
        ("it", "Dott.ssa Giulia Di Stefano\nMilano", "Giulia Di Stefano"),
        ("pl", "Jan Kowalski\nul. Długa 5\nKraków", "Jan Kowalski"),
        ("ru", "ИВАНОВ ИВАН ИВАНОВИЧ\nМосква", "Иванов Иван Иванович"),
        ("ru", "Иван Иванов\nТел. +7 900 000 00 12", "Иван Иванов"),
        ("ru", "Ivan Ivanov (Иван Иванов)\nПрограммист", "Ivan Ivanov"),
        ("zh", "王小明简历\n电话：13800000012", "王小明"),
        ("zh", "王小明的个人简历\n电话：13800000012", "王小明"),
        ("zh", "姓名：王小明（男）\n年龄：25", "王小明"),
        ("zh", "姓名：王小明\t性别：男\t民族：汉", "王小明"),
        ("zh", "王小明 | 客服主管 | 上海", "王小明"),
        ("zh", "王小明/男/1990年", "王小明"),
        ("zh", "Wang Xiaoming 王小明\nwxm@x.example", "Wang Xiaoming"),
        ("zh", "个人信息\n王小明\n13800000012", "王小明"),
        ("zh", "基本信息\n姓名\n王小明\n性别\n男", "王小明"),
        ("zh", "{24}司马懿\n{10}销售经理", "司马懿"),
        ("zh", "{24}王 小 明\n{10}销售经理", "王小明"),
        ("ja", "氏名\u3000\u3000山田\u3000太郎（やまだ\u3000たろう）\n生年月日", "山田 太郎"),
        ("ja", "山田太郎\n営業\nyamada@x.example", "山田太郎"),
        ("ja", "履歴書\n2024年4月1日現在\nフリガナ ヤマダ タロウ\n氏名 山田 太郎\n", "山田 太郎"),
        ("ko", "이름: 홍길동 (Hong Gil-dong)\n연락처", "홍길동"),
        ("ko", "홍길동\nHong Gildong\n010-0000-0012", "홍길동"),
        ("ko", "성명 홍길동 (洪吉童)\n생년월일", "홍길동"),
        ("ko", "홍길동 이력서\n010-0000-0012", "홍길동"),
        ("en", "Key Account\nGlobal Sales\nBlue Ocean\n", None),
        ("en", "Northwind Traders\nEmployee Handbook\nWelcome", None),
        ("en", "Harbour Bikes\nCustomer Support Representative\nWe are looking for", None),
        ("en", "Project Report\nClimate Change\nIntroduction", None),
        ("en", "Dear Hiring Team,\nI am applying.\nThank you for your time", None),
        ("en", "Excel\nWord\nPower Point\nPhoto Shop", None),
        ("en", "Red Cross\nVolunteer certificate", None),
        ("de", "Guten Tag\nDeutsche Bahn\nFahrplan", None),
        ("es", "Casa Blanca\nMenú del Día\nPaella", None),
    ],
)
def test_shapes(language: str, text: str, wanted: str | None) -> None:
    assert name(text, language) == wanted


def test_capitals_are_put_right_by_another_writing_of_the_name() -> None:
    text = "ANNA DELA CRUZ-MACALISTER\nanna@x.example\nKind regards,\nAnna dela Cruz-MacAlister"
    assert name(text) == "Anna dela Cruz-MacAlister"


def test_a_mail_header_names_who_the_text_does_not() -> None:
    assert name("Please find my CV attached.", mail_from=("Jansen, Piet", "piet@jansen.example")) == "Piet Jansen"
    assert name("Hi,\nsee attached.\nThanks,\nPiet", mail_from=("Piet Jansen", "piet@jansen.example")) == "Piet Jansen"
    assert name("Please find it attached.", mail_from=("jobs@board.example", "jobs@board.example")) is None
    assert name("Please find it attached.", mail_from=("Job Board", "jobs@board.example")) is None


def test_a_file_name_is_a_weak_witness() -> None:
    assert name("Hi,\nI like bikes.\nDeclan", file="declan moore cover.txt") == "Declan Moore"
    assert name("I like bikes.", file="Declan_Moore_CV.pdf") == "Declan Moore"
    assert name("I like bikes.", file="CV.pdf") is None
    assert name("Ana Díaz\nana@diaz.example", file="Piet_Jansen_CV.pdf") == "Ana Díaz"


def test_first_names_alone_are_no_name() -> None:
    assert name("Hi,\nI like bikes and I like people.\nThanks,\nDeclan") is None
    assert name("Name: Declan") == "Declan"


def test_the_reader_of_a_letter_is_not_its_writer() -> None:
    text = "Sarah Connolly\nHR Manager\nHarbour Bikes\n\nDear Sarah Connolly,\nI like bikes.\nRegards,\nPiet Jansen"
    assert name(text) == "Piet Jansen"


def test_other_writings_of_the_name_are_kept() -> None:
    profile = parse(reading_of("Minjun Kim (김민준)\nminjun.kim@mail.example", "en"), name="cv.pdf")
    assert [found.value for found in profile.names] == ["Minjun Kim", "김민준"]


def test_identity_is_every_place() -> None:
    text = "ANA DÍAZ\nana@diaz.example\n+31 6 00000012\nI, Ana, like bikes.\nDíaz and sons\nKind regards,\nAna Díaz\nAnalysis"
    profile = parse(Reading(text=text, format="txt", engine="test", language="en"), name="cv.pdf")
    said = [text[span.start : span.end] for span in profile.identity]
    assert said == ["ANA DÍAZ", "ana@diaz.example", "+31 6 00000012", "Ana", "Díaz", "Ana Díaz"]
