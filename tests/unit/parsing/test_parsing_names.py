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
        ("en", "Sofia Rossi\nMilan, Italy\nsofia.rossi@x.example\n\nSofia Rossi — page 2", "Sofia Rossi"),
        (
            "en",
            "HR Department\nNorthwind\n\nApplication for employment\n\nApplicant's name: Peter Hall\nDate: 1/2/2024",
            "Peter Hall",
        ),
        ("en", "Name of candidate\nPETER HALL", "Peter Hall"),
        ("en", "PETER  HALL\nphone 020 7946 0123", "Peter Hall"),
        ("en", "P E T E R  H A L L\nteacher", "Peter Hall"),
        ("en", "Peter Hall\u200b\nteacher, Leeds\n020 7946 0123", "Peter Hall"),
        ("en", "• Peter Hall\n• teacher\n• 020 7946 0123", "Peter Hall"),
        ("en", "==========\nPeter Hall\n==========\nteacher\npeter@x.example", "Peter Hall"),
        ("en", "Peter Hall, 34\nteacher\npeter@x.example", "Peter Hall"),
        ("en", "Peter Hall [Teacher]\npeter@x.example", "Peter Hall"),
        ("en", "Peter Hall: Teacher\npeter@x.example", "Peter Hall"),
        ("en", "Peter Hall  |  Teacher\npeter@x.example", "Peter Hall"),
        ("en", "Peter HALL\npeter@x.example", "Peter Hall"),
        ("en", "peter@x.example\nPeter Hall\nTeacher", "Peter Hall"),
        ("en", "12 Elm Street\nLeeds LS1 4AP\n020 7946 0123\nPeter Hall\nTeacher", "Peter Hall"),
        (
            "en",
            "Contact\nAddress\n12 Elm Street\nPhone\n020 7946 0123\nEmail\npeter.hall@x.example\nSkills\nPatience\nDriving\n{20}Peter Hall\nTeacher",
            "Peter Hall",
        ),
        ("en", "{14}CONTACT\n{14}SKILLS\n{14}Peter Hall\n{10}peter.hall@x.example", "Peter Hall"),
        ("en", "PROFESSIONAL SUMMARY\nTeacher of ten years.\nPeter Hall\npeter.hall@x.example", "Peter Hall"),
        ("en", "Teacher\nPeter Hall\npeter.hall@x.example", "Peter Hall"),
        ("en", "Application: Shop Assistant\nPeter Hall", "Peter Hall"),
        ("en", "Application for Shop Assistant - Peter Hall\n", "Peter Hall"),
        ("en", "Cover Letter\nPeter Hall\nDear Sir", "Peter Hall"),
        (
            "en",
            "From: Peter Hall <peter.hall@x.example>\nTo: Jobs <jobs@h.example>\nSubject: Job\n\nHello",
            "Peter Hall",
        ),
        ("en", "Peter Hall\nTwitter Facebook\nLeeds", "Peter Hall"),
        ("en", "Peter Hall\nVisual Basic\nAdobe Acrobat", "Peter Hall"),
        ("en", "Dr Peter Hall MD FRCS\npeter.hall@x.example", "Peter Hall"),
        ("en", "Prof. Dr. Peter Hall\npeter.hall@x.example", "Peter Hall"),
        ("en", "Capt. Peter Hall (Ret.)\npeter.hall@x.example", "Peter Hall"),
        ("en", "Er. Anil Kumar Sharma\nanil@x.example", "Anil Kumar Sharma"),
        ("en", "Md. Rafiqul Islam\nDhaka", "Md. Rafiqul Islam"),
        ("en", "Maria da Graça Pereira\nmaria@x.example", "Maria da Graça Pereira"),
        ("en", "Ludwig van der Rohe III\nlvdr@x.example", "Ludwig van der Rohe III"),
        ("en", "SEAN MCGREGOR-O'BRIEN\nsean@x.example", "Sean McGregor-O'Brien"),
        ("en", "Renée O’Connor\nrenee@x.example", "Renée O’Connor"),
        ("en", "T.J. Maxwell\ntj.maxwell@x.example", "T.J. Maxwell"),
        ("en", "Jo Ann Van Buren\njavb@x.example", "Jo Ann Van Buren"),
        ("en", "DeShawn LaMarr Jackson\ndeshawn@x.example", "DeShawn LaMarr Jackson"),
        ("en", "DESHAWN JACKSON\ndeshawn@x.example", "Deshawn Jackson"),
        ("de", "Vor- und Nachname: Peter Hahn\nAnschrift: Köln", "Peter Hahn"),
        ("de", "Bewerber: Peter Hahn", "Peter Hahn"),
        ("de", "Persönliche Daten\nPeter Hahn\nKöln", "Peter Hahn"),
        ("de", "Bewerbung\nals Kaufmann\n\nPeter Hahn", "Peter Hahn"),
        ("de", "Peter Hahn, geb. 12.3.1980\nKöln", "Peter Hahn"),
        ("de", "Peter Hahn | Rosenweg 3 | 50667 Köln | 0171 3920012", "Peter Hahn"),
        (
            "de",
            "Peter Hahn - Rosenweg 3 - 50667 Köln\n\nHafenräder GmbH\nHerrn Otto Brandt\nKaistraße 1\n\nBewerbung\n\nSehr geehrter Herr Brandt,\nich bewerbe mich.\nMit freundlichen Grüßen\n\nPeter Hahn",
            "Peter Hahn",
        ),
        (
            "de",
            "Hafenräder GmbH\nHerrn Otto Brandt\nKaistraße 1\n\nSehr geehrter Herr Brandt,\nich bewerbe mich hiermit bei Ihnen auf die Stelle.\nMit freundlichen Grüßen\n\nPeter Hahn\nAnlagen",
            "Peter Hahn",
        ),
        ("fr", "NOM : Martin\nPRÉNOM : Luc\n", "Luc Martin"),
        ("fr", "Luc MARTIN\nDéveloppeur", "Luc Martin"),
        (
            "fr",
            "Monsieur Luc Martin\n3 rue des Lilas\n69003 Lyon\n\nA l'attention de Madame Petit\n\nMadame,\nJe vous écris.\n\nLuc Martin",
            "Luc Martin",
        ),
        ("es", "Datos Personales\nNombre: Luis\nApellidos: Pérez Gil", "Luis Pérez Gil"),
        ("es", "Nombre: Luis Pérez Gil\nDNI: 12345678Z", "Luis Pérez Gil"),
        ("es", "LUIS PÉREZ GIL · INGENIERO\nluis@x.example", "Luis Pérez Gil"),
        ("it", "Informazioni personali\nCognome e nome ROSSI MARIA\n", "Rossi Maria"),
        ("it", "MARIA DE ROSSI\nmaria@x.example", "Maria De Rossi"),
        ("pt", "NOME: CARLOS EDUARDO DE SOUZA\nIDADE: 30", "Carlos Eduardo de Souza"),
        ("pl", "CV\nJAN NOWAK\ntel. 500 000 012", "Jan Nowak"),
        ("pl", "Dane osobowe\nImię: Jan\nNazwisko: Nowak", "Jan Nowak"),
        ("ru", "Имя: Иван\nФамилия: Петров", "Петров Иван"),
        ("ru", "Петров Иван, 30 лет\nМосква", "Петров Иван"),
        ("ru", "Соискатель: Петров Иван Сергеевич", "Петров Иван Сергеевич"),
        ("nl", "Naam : Piet de Vries\nAdres: Zwolle", "Piet de Vries"),
        ("nl", "Persoonlijke gegevens\nPiet de Vries\nZwolle", "Piet de Vries"),
        ("nl", "PIET DE VRIES\nVERKOPER\npiet@x.example", "Piet de Vries"),
        ("nl", "Piet de Vries | Verkoper\nZwolle", "Piet de Vries"),
        ("zh", "姓名 李娜\n性别 女", "李娜"),
        ("zh", "李娜\n女 | 28岁 | 本科\n13800000012", "李娜"),
        ("zh", "个人简历 李娜\n", "李娜"),
        ("zh", "求职者姓名：李娜", "李娜"),
        ("zh", "Name: Li Na (李娜)\n", "Li Na"),
        ("zh", "尊敬的张经理：\n您好！我想应聘贵公司的职位。\n此致\n敬礼！\n申请人：李娜", "李娜"),
        ("zh", "张三丰\n高级销售经理\n", "张三丰"),
        ("ja", "氏 名：佐々木\u3000健\n", "佐々木 健"),
        ("ja", "お名前\n佐々木健\n", "佐々木健"),
        ("ja", "職務経歴書\n2024年5月1日\n氏名：佐々木 健\n■職務要約", "佐々木 健"),
        ("ja", "2024年5月1日\n佐々木 健\n職務経歴書", "佐々木 健"),
        ("ko", "이력서\n사진\n성명\n홍길동\n생년월일", "홍길동"),
        ("ko", "지원자: 홍길동", "홍길동"),
        ("ko", "[이력서] 홍길동\n", "홍길동"),
        ("ko", "홍길동(Hong Gil Dong)\n010-0000-0012", "홍길동"),
        ("en", "Welcome to Springfield\nVisitor Guide 2024\nOpening Hours", None),
        ("en", "Terms and Conditions\nBlue River Bank\n", None),
        ("en", "Staff Rota\nMonday\nTuesday", None),
        ("en", "Science Fair Certificate\nAwarded to the best team", None),
        ("en", "Employee of the Month\n\nNorth Star Logistics", None),
        ("de", "Speisekarte\nWiener Schnitzel\nBratkartoffeln", None),
        ("fr", "Carte des vins\nChâteau Margaux\nBeaujolais", None),
        ("zh", "销售合同\n甲方：某某公司\n乙方：", None),
        ("ko", "회의록\n일시\n장소", None),
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


@pytest.mark.parametrize(
    ("language", "line", "wanted"),
    [
        ("en", "Amina Otieno wa Kilonzo", "Amina Otieno wa Kilonzo"),
        ("fr", "Aïssata KONÉ épouse Lemaire", "Aïssata Koné"),
        ("fr", "Claire Vasseur (née Petit)", "Claire Vasseur"),
        ("de", "Anna Brandt geb. Hofer", "Anna Brandt"),
        ("it", "Lapo de’ Bardi Corsini", "Lapo de’ Bardi Corsini"),
        ("nl", "DE WINTER Joris", "De Winter Joris"),
        ("fr", "Yann LE BIHAN", "Yann Le Bihan"),
    ],
)
def test_small_words_inside_names(language: str, line: str, wanted: str) -> None:
    assert name(f"{line}\nOffice\n012 345 67 89", language) == wanted


def test_a_label_with_gaps_beside_other_fields() -> None:
    assert name("个人简历\n姓    名：周建平        性    别：男\n电话：139-0000-0777", "zh") == "周建平"


@pytest.mark.parametrize(
    ("head", "language", "name"),
    [
        ("Rosa Lea P. dela Peña\nCaregiver\nrosa@pena.example", "en", "Rosa Lea P. dela Peña"),
        ("Dipl.-Ing. (FH) Ralf Sommer\nTechniker\nr.sommer@elbe.example", "de", "Ralf Sommer"),
        ("Alhaja Bisi Adewale Musa\nDriver\nbisi@musa.example", "en", "Bisi Adewale Musa"),
        ("マリア・サントス\n調理師\n大阪市\n職歴", "ja", "マリア・サントス"),
        ("M.Sc. Jonas Klein\nEntwickler\nj.klein@elbe.example", "de", "Jonas Klein"),
    ],
)
def test_titles_particles_and_names_from_abroad(head: str, language: str, name: str) -> None:
    from screener.model.document import Reading
    from screener.parsing import parse

    assert parse(Reading(text=head, format="txt", engine="x", language=language), name="cv.txt").name == name


_LATER = "\n{10}Work experience\n{10}2019 - 2021 Cook, Kitchen\n{10}Soups and sauces for two hundred guests a day."


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("es", "Dra. Florencia Giménez Larralde\nRosario", "Florencia Giménez Larralde"),
        ("pt", "Eng.º Duarte Nóbrega\nCoimbra", "Duarte Nóbrega"),
        ("de", "MAG.A THERESIA EBENBAUER, B S C\nSteyr, Österreich\ntheresia.e@mail.example", "Theresia Ebenbauer"),
        ("pt", "europass Curriculum Vitae\nCONTACTO Eng.º Duarte Nóbrega\nMorada Rua das Oliveiras", "Duarte Nóbrega"),
        ("fr", "europass Curriculum Vitae\nCONTACT Traoré, Maëlys\nAdresse 3, allée des Cerisiers", "Maëlys Traoré"),
        ("ru", "Резюме\nФИО\tРезюме: Ёлкин Тимур Ринатович\nТел.\t8-900-000-00-90", "Ёлкин Тимур Ринатович"),
        ("zh", "阿依古丽·买买提\n仓库主管\n150-0000-7780", "阿依古丽·买买提"),
        ("ja", "職務経歴書: マルティネス 健\n料理長\n090-1000-0176", "マルティネス 健"),
        (
            "en",
            "{20}CURRICULUM VITAE OF MARCUS\n{20}LINDQVIST\n{10}Des Moines, IA | (206) 555-0119",
            "Marcus Lindqvist",
        ),
        (
            "es",
            "Francisco Javier\nMartín Casado | Jefe de almacén\nfrancisco.casado@mail.example",
            "Francisco Javier Martín Casado",
        ),
        (
            "nl",
            "Geertje de\nKerkplein 4 hs\nVries-Postma, MSc\t2611 GX Delft\nE geertje.vriespostma7@mail.example",
            "Geertje de Vries-Postma",
        ),
        (
            "en",
            "Danielle\nOkonkwo-Reyes\t77 Quarry Lane\nBookkeeper\tE danielle.okonkworeyes@mail.example",
            "Danielle Okonkwo-Reyes",
        ),
        (
            "en",
            "{10}Contact\n{10}priyanka.subramaniam@mail.example\n{10}References\n{10}Margaret Holloway, Manager\n{10}+91 98000 00062\n{20}Subramaniam,\n{20}Priyanka\n{10}Backend Developer",
            "Priyanka Subramaniam",
        ),
        (
            "en",
            "{10}Contact\n{10}tyrone@mail.example\n{10}References\n{10}Margaret Holloway, Manager\n{10}+1 206 555 0100\n{20}Tyrone (Kit) Lindqvist\n{10}Bookkeeper",
            "Tyrone (Kit) Lindqvist",
        ),
    ],
)
def test_names_between_other_things(language: str, text: str, wanted: str) -> None:
    assert name(text + _LATER, language) == wanted


def test_a_town_below_a_name_is_no_half_of_it() -> None:
    assert name("S. Ramanathan\nChennai\nsramanathan@x.example" + _LATER) == "S. Ramanathan"
