import pytest

from screener.parsing.jobs import find_jobs
from screener.parsing.sections import find_sections

Expected = list[tuple[str, str, str | None, str | None]]


def jobs(text: str, language: str) -> Expected:
    found = find_jobs(text, find_sections(text, (), (language,)), (), (language,))
    return [(job.title, job.employer, job.start, job.end) for job in found]


CASES: list[tuple[str, str, Expected]] = [
    (
        "en",
        """\
Ann Lee

Experience
Customer Support Agent at Harbour Bikes
Jan 2019 - Present
• Answered phones
• Helped people since 2020

Sales Assistant, Tesco, London
2016 - 2018
Sold stuff.

Education
BSc Computing, Leeds University 2012 - 2015
""",
        [("Customer Support Agent", "Harbour Bikes", "2019-01", None), ("Sales Assistant", "Tesco", "2016", "2018")],
    ),
    (
        "en",
        """\
WORK EXPERIENCE
2019 – 2021	Shift Manager	Joe's Diner
2015 – 2018	Waiter	Hotel Ritz

Acme Corp — Software Engineer                     Mar 2012 – Apr 2014
Built things.
""",
        [
            ("Shift Manager", "Joe's Diner", "2019", "2021"),
            ("Waiter", "Hotel Ritz", "2015", "2018"),
            ("Software Engineer", "Acme Corp", "2012-03", "2014-04"),
        ],
    ),
    (
        "en",
        """\
Experience
Blue Harbour Ltd
3 years 2 months
Senior Manager
Jan 2019 - Present
Did a lot.
Manager
Jan 2017 - Dec 2018

Education
""",
        [
            ("Senior Manager", "Blue Harbour Ltd", "2019-01", None),
            ("Manager", "Blue Harbour Ltd", "2017-01", "2018-12"),
        ],
    ),
    (
        "de",
        """\
Berufserfahrung
03/2019 – heute
Kundenberaterin
Muster Versicherung AG, Köln
- Telefon
- Mail
01/2016 – 02/2019
Verkäuferin im Einzelhandel
Modehaus Beispiel GmbH, Bonn
- Kasse

Ausbildung
2013 - 2015 Kauffrau im Einzelhandel, Berufskolleg Bonn
""",
        [
            ("Kundenberaterin", "Muster Versicherung AG", "2019-03", None),
            ("Verkäuferin im Einzelhandel", "Modehaus Beispiel GmbH", "2016-01", "2019-02"),
        ],
    ),
    (
        "nl",
        """\
Werkervaring
Medewerker klantenservice bij Fietsen B.V.
mei 2019 - heden
Klanten helpen

Winkelmedewerker | Boekhandel de Pagina | 2015 - 2019
""",
        [
            ("Medewerker klantenservice", "Fietsen B.V.", "2019-05", None),
            ("Winkelmedewerker", "Boekhandel de Pagina", "2015", "2019"),
        ],
    ),
    (
        "zh",
        """\
工作经历
2019年3月-至今    上海某某科技有限公司    客服专员
负责售后。
2016.07-2019.02  北京某某贸易有限公司  销售助理
""",
        [
            ("客服专员", "上海某某科技有限公司", "2019-03", None),
            ("销售助理", "北京某某贸易有限公司", "2016-07", "2019-02"),
        ],
    ),
    (
        "zh",
        """\
工作经历
2019年3月至今 上海蓝海科技有限公司客服经理
""",
        [("客服经理", "上海蓝海科技有限公司", "2019-03", None)],
    ),
    (
        "ko",
        """\
경력사항
2019.03 ~ 현재   (주)가나다   고객상담 매니저
- 상담
2016.01 ~ 2018.12 라마바 주식회사 / 영업사원
""",
        [("고객상담 매니저", "(주)가나다", "2019-03", None), ("영업사원", "라마바 주식회사", "2016-01", "2018-12")],
    ),
    (
        "ru",
        """\
Опыт работы
Март 2019 — по настоящее время
ООО «Ромашка»
Менеджер по работе с клиентами
Работа с клиентами
Июнь 2015 — февраль 2019
Магазин «Книги»
Продавец-консультант
""",
        [
            ("Менеджер по работе с клиентами", "ООО «Ромашка»", "2019-03", None),
            ("Продавец-консультант", "Магазин «Книги»", "2015-06", "2019-02"),
        ],
    ),
    (
        "ja",
        """\
職務経歴
2018年4月～現在 株式会社サンプル 営業部 主任
2015年4月～2018年3月 株式会社テスト 販売スタッフ
""",
        [("主任", "株式会社サンプル", "2018-04", None), ("販売スタッフ", "株式会社テスト", "2015-04", "2018-03")],
    ),
    (
        "fr",
        """\
Expérience professionnelle
2019 - 2021 : Conseillère clientèle, Société Exemple, Lyon
Accueil des clients
De 2016 à 2018 : Vendeuse chez Modes & Cie
""",
        [("Conseillère clientèle", "Société Exemple", "2019", "2021"), ("Vendeuse", "Modes & Cie", "2016", "2018")],
    ),
    (
        "es",
        """\
Experiencia laboral
Camarera - Restaurante El Faro (Madrid)
Junio 2018 - Actualidad
Atender mesas
Dependienta en Zapatos Luna S.L.
2015 - 2018
""",
        [
            ("Camarera", "Restaurante El Faro (Madrid)", "2018-06", None),
            ("Dependienta", "Zapatos Luna S.L.", "2015", "2018"),
        ],
    ),
    (
        "en",
        """\
Experience
Harbour Bikes, Bristol
Support representative, 2019 to present
Talked to customers.
Corner Shop, Bath
Cashier, 2016 to 2019
Took money.
""",
        [("Support representative", "Harbour Bikes", "2019", None), ("Cashier", "Corner Shop", "2016", "2019")],
    ),
    (
        "pl",
        """\
Doświadczenie zawodowe
05.2018 – obecnie: Specjalista ds. obsługi klienta, Rowery Sp. z o.o., Kraków
2015–2018: Sprzedawca, Sklep Ania
""",
        [
            ("Specjalista ds. obsługi klienta", "Rowery Sp. z o.o.", "2018-05", None),
            ("Sprzedawca", "Sklep Ania", "2015", "2018"),
        ],
    ),
    (
        "it",
        """\
Esperienza lavorativa
Date (da – a)	da marzo 2018 a oggi
Nome del datore di lavoro	Hotel Bellavista
Tipo di impiego	Receptionist
""",
        [("Receptionist", "Hotel Bellavista", "2018-03", None)],
    ),
    (
        "pt",
        """\
Experiência profissional
Empresa: Loja Azul Lda
Cargo: Atendente de loja
Período: 03/2018 - 05/2020
Atendimento.
Empresa: Café Sol
Cargo: Garçom
Período: 2016 - 2018
""",
        [("Atendente de loja", "Loja Azul Lda", "2018-03", "2020-05"), ("Garçom", "Café Sol", "2016", "2018")],
    ),
    (
        "en",
        """\
JOHN DOE
123 Main St, Springfield | (555) 555-0123 | john@doe.example

PROFESSIONAL EXPERIENCE

Zenith Retail Group, Springfield, IL
Store Manager                                              June 2018 – Present
• Lead team of 12
• Grew revenue 20% from 2019 to 2021
Assistant Manager                                          March 2015 – May 2018
• Scheduling

Happy Burger, Springfield, IL
Crew Member                                                2013 – 2015
• Grill

EDUCATION
Springfield Community College                              2011 – 2013
Associate of Arts in Business
""",
        [
            ("Store Manager", "Zenith Retail Group", "2018-06", None),
            ("Assistant Manager", "Zenith Retail Group", "2015-03", "2018-05"),
            ("Crew Member", "Happy Burger", "2013", "2015"),
        ],
    ),
    (
        "en",
        """\
Experience

Freelance Graphic Designer
Self-employed · Freelance
Mar 2020 - Present · 3 yrs 2 mos
Berlin, Germany
Designing logos for small shops.

Junior Designer
Pixel Studio GmbH · Full-time
Aug 2017 - Feb 2020 · 2 yrs 7 mos
Hamburg
- Flyers

Education
University of Arts
BA, Graphic Design
2013 - 2017
""",
        [
            ("Freelance Graphic Designer", "Self-employed", "2020-03", None),
            ("Junior Designer", "Pixel Studio GmbH", "2017-08", "2020-02"),
        ],
    ),
    (
        "en",
        """\
WORK HISTORY
Cook, The Golden Fork, Dublin (2016–2019)
Prepared meals for up to 200 guests.
Kitchen porter – O'Brien's Pub – 2014 to 2016
Washed dishes.
VOLUNTEERING
Dog walker, City Shelter, since 2018
""",
        [
            ("Cook", "The Golden Fork", "2016", "2019"),
            ("Kitchen porter", "O'Brien's Pub", "2014", "2016"),
            ("Dog walker", "City Shelter", "2018", None),
        ],
    ),
    (
        "en",
        """\
Employment
05/2021 - 03/2023: Call centre agent at Telefix Ltd.
Handled calls.
01/2019 - 04/2021: Telefix Ltd., Trainee
""",
        [
            ("Call centre agent", "Telefix Ltd.", "2021-05", "2023-03"),
            ("Trainee", "Telefix Ltd.", "2019-01", "2021-04"),
        ],
    ),
    (
        "de",
        """\
BERUFLICHER WERDEGANG

Seit 04/2020    Sachbearbeiterin Einkauf
                Nordwind Technik GmbH & Co. KG, Bremen
                – Bestellungen
                – Lieferantenpflege

08/2016 – 03/2020    Bürokauffrau
                Autohaus Weser, Bremen
                – Empfang

AUSBILDUNG
08/2013 – 07/2016    Ausbildung zur Bürokauffrau
                Autohaus Weser, Bremen
""",
        [
            ("Sachbearbeiterin Einkauf", "Nordwind Technik GmbH & Co. KG", "2020-04", None),
            ("Bürokauffrau", "Autohaus Weser", "2016-08", "2020-03"),
        ],
    ),
    (
        "de",
        """\
Praxiserfahrung
Werkstudent im Kundenservice, Solarhaus AG
10.2021 - heute
Praktikum Marketing, Agentur Blau
Juli - September 2020
""",
        [
            ("Werkstudent im Kundenservice", "Solarhaus AG", "2021-10", None),
            ("Praktikum Marketing", "Agentur Blau", "2020-07", "2020-09"),
        ],
    ),
    (
        "nl",
        """\
WERKERVARING
2018 – heden        Teamleider klantcontact, Energiebedrijf Zon
2014 – 2018         Telefonisch medewerker, Callcenter Delta
Stages
2013 – 2014         Stagiair administratie, Gemeente Ede
""",
        [
            ("Teamleider klantcontact", "Energiebedrijf Zon", "2018", None),
            ("Telefonisch medewerker", "Callcenter Delta", "2014", "2018"),
            ("Stagiair administratie", "Gemeente Ede", "2013", "2014"),
        ],
    ),
    (
        "es",
        """\
EXPERIENCIA PROFESIONAL
Supermercados La Plaza (Valencia)
Cajera y reponedora
Marzo 2017 – Junio 2021
- Cobro en caja
Clínica Dental Sonrisa
Recepcionista
Enero 2015 – Febrero 2017
- Citas
""",
        [
            ("Cajera y reponedora", "Supermercados La Plaza (Valencia)", "2017-03", "2021-06"),
            ("Recepcionista", "Clínica Dental Sonrisa", "2015-01", "2017-02"),
        ],
    ),
    (
        "fr",
        """\
EXPERIENCES PROFESSIONNELLES
Depuis septembre 2020 | Assistante administrative | Cabinet Martin & Associés, Lille
Gestion des appels
2018-2020 | Hôtesse d'accueil | Hôtel du Parc
Juin - août 2017 : Job d'été, Camping les Pins
""",
        [
            ("Assistante administrative", "Cabinet Martin & Associés", "2020-09", None),
            ("Hôtesse d'accueil", "Hôtel du Parc", "2018", "2020"),
            ("Job d'été", "Camping les Pins", "2017-06", "2017-08"),
        ],
    ),
    (
        "ru",
        """\
ОПЫТ РАБОТЫ

2018–н.в.   Администратор, салон красоты «Весна», г. Казань
Обязанности: запись клиентов.

2015–2018   Секретарь, ООО "Строй"
""",
        [("Администратор", "салон красоты «Весна»", "2018", None), ("Секретарь", 'ООО "Строй"', "2015", "2018")],
    ),
    (
        "zh",
        """\
工作经验
某某百货有限公司  |  店长  |  2018.05 – 至今
管理门店。
某某超市  |  收银员  |  2015.03 – 2018.04
教育经历
2011.09 – 2015.06  某某职业学院  会计  大专
""",
        [("店长", "某某百货有限公司", "2018-05", None), ("收银员", "某某超市", "2015-03", "2018-04")],
    ),
    (
        "zh",
        """\
工作经历
公司名称：天明贸易有限公司
职位：外贸业务员
时间：2019年5月-2022年8月
工作内容：开发客户
公司名称：海风物流
职位：跟单
时间：2017年1月-2019年4月
""",
        [("外贸业务员", "天明贸易有限公司", "2019-05", "2022-08"), ("跟单", "海风物流", "2017-01", "2019-04")],
    ),
    (
        "ko",
        """\
경력
주식회사 한빛 (2019.03 ~ 2022.05)
대리 / 영업관리팀
- 거래처 관리

카페 봄날
바리스타 (2017.01 ~ 2019.02)
""",
        [("대리", "주식회사 한빛", "2019-03", "2022-05"), ("바리스타", "카페 봄날", "2017-01", "2019-02")],
    ),
    (
        "pl",
        """\
DOŚWIADCZENIE ZAWODOWE
Sklep Zielony Koszyk, Gdańsk
Kasjer-sprzedawca
03.2019 – obecnie
Obsługa kasy
Magazyn Pol-Trans Sp. z o.o.
Magazynier
2017 – 2019
""",
        [
            ("Kasjer-sprzedawca", "Sklep Zielony Koszyk", "2019-03", None),
            ("Magazynier", "Magazyn Pol-Trans Sp. z o.o.", "2017", "2019"),
        ],
    ),
    (
        "it",
        """\
ESPERIENZE LAVORATIVE
Dal 2019 ad oggi – Commessa presso Moda Bella S.r.l., Torino
Vendita
2015 – 2019 – Cameriera, Ristorante Da Gino
""",
        [("Commessa", "Moda Bella S.r.l.", "2019", None), ("Cameriera", "Ristorante Da Gino", "2015", "2019")],
    ),
    (
        "pt",
        """\
EXPERIÊNCIA PROFISSIONAL
Supermercado Bom Preço – Operador de caixa
Jan/2019 – Atual
Padaria Central – Balconista
Mar/2016 – Dez/2018
""",
        [
            ("Operador de caixa", "Supermercado Bom Preço", "2019-01", None),
            ("Balconista", "Padaria Central", "2016-03", "2018-12"),
        ],
    ),
    (
        "en",
        """\
I have worked as a cashier at Corner Shop from 2015 to 2018 and I loved it there because people are kind and I learned so much. Then I moved.
""",
        [],
    ),
    (
        "en",
        """\
Experience
Company: Blue Ltd
Role: Receptionist
Dates: 2019 - 2021

Company: Green Ltd
Role: Clerk
Dates: 2017 - 2019
""",
        [("Receptionist", "Blue Ltd", "2019", "2021"), ("Clerk", "Green Ltd", "2017", "2019")],
    ),
    (
        "en",
        """\
Work Experience

2019 - 2021
Acme Foods
Warehouse operative
Picked and packed orders.

2017 - 2019
Fast Logistics
Delivery driver
Drove a van.
""",
        [("Warehouse operative", "Acme Foods", "2019", "2021"), ("Delivery driver", "Fast Logistics", "2017", "2019")],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_reads_jobs(language: str, text: str, expected: Expected) -> None:
    assert jobs(text, language) == expected


def test_present_jobs_are_current_and_spans_reach_to_the_next_heading() -> None:
    text = "Experience\nCook at The Inn Ltd\n2019 - present\nSoups.\nWaiter at Cafe Sol\n2017 - 2019\nTables.\n\nSkills\nKnives"
    first, second = find_jobs(text, find_sections(text))
    assert (first.current, second.current) == (True, False)
    assert text[first.span.start : first.span.end] == "Cook at The Inn Ltd\n2019 - present\nSoups."
    assert text[second.span.start : second.span.end] == "Waiter at Cafe Sol\n2017 - 2019\nTables."


def test_jobs_without_dates_have_none() -> None:
    text = "Work experience\nCashier at Corner Shop\nSold things.\nBaker, Brown Bakery\nBaked bread."
    assert jobs(text, "en") == [
        ("Cashier", "Corner Shop", None, None),
        ("Baker", "Brown Bakery", None, None),
    ]


def test_studies_are_no_jobs() -> None:
    text = "Education\nTeaching assistant course, Leeds University\n2012 - 2015\n"
    assert jobs(text, "en") == []


def test_without_a_heading_only_what_is_plainly_a_job() -> None:
    text = "Ann Lee\nann@lee.example\n\nShop assistant at Corner Shop Ltd, 2015 - 2018\nHolidays 2019 - 2020\n"
    assert jobs(text, "en") == [("Shop assistant", "Corner Shop Ltd", "2015", "2018")]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "es",
            "Experiencia\nEspecialista en atención al cliente, Conservas Sol\n2019 - 2021",
            ("Especialista en atención al cliente", "Conservas Sol"),
        ),
        (
            "en",
            "Experience\nSupport representative, Loop Head Wetsuits, Lahinch\t2019 - 2021",
            ("Support representative", "Loop Head Wetsuits"),
        ),
        (
            "en",
            "Experience\nTeaching assistant for French\nGymnasium Freiburg\n2014 - 2015",
            ("Teaching assistant for French", "Gymnasium Freiburg"),
        ),
        (
            "ko",
            "경력\n고객 상담 팀장, 바다결 화장품, 부산\t2021년 3월 – 2026년 9월",
            ("고객 상담 팀장", "바다결 화장품"),
        ),
        ("zh", "陈伟\n工作经验 2023年5月 – 至今\t自行车技师\n都柏林运河车行", ("自行车技师", "都柏林运河车行")),
    ],
)
def test_tells_the_employer_from_what_looks_like_one(language: str, text: str, expected: tuple[str, str]) -> None:
    assert [job[:2] for job in jobs(text, language)] == [expected]


def test_joining_and_leaving_on_lines_of_their_own() -> None:
    text = (
        "職歴\n2015年4月\t株式会社サンプル 入社\n2018年3月\t株式会社サンプル 退職\n"
        "2018年4月\t株式会社テスト 入社 販売スタッフ\n\t現在に至る\n\n資格\n普通自動車免許\n"
    )
    assert jobs(text, "ja") == [
        ("", "株式会社サンプル", "2015-04", "2018-03"),
        ("販売スタッフ", "株式会社テスト", "2018-04", None),
    ]


def test_an_employer_above_titles_is_theirs_and_nobody_elses() -> None:
    text = (
        "Experience\nBlue Ltd\nManager\n2019 - 2021\nTrainee\n2017 - 2019\n\n"
        "Cook, The Inn Hotel, 2010 - 2017\nWhile at home (2008 - 2010)\n"
    )
    assert [job[1] for job in jobs(text, "en")] == ["Blue Ltd", "Blue Ltd", "The Inn Hotel", ""]


def test_nothing_in_nothing() -> None:
    assert find_jobs("", ()) == ()


@pytest.mark.parametrize(
    ("line", "title", "employer"),
    [
        ("Merchant Navy, stoker", "stoker", "Merchant Navy"),
        ("Stoker, Merchant Navy", "Stoker", "Merchant Navy"),
        ("Ferrol Trawlers, net mender", "net mender", "Ferrol Trawlers"),
        ("Net mender, Ferrol Trawlers", "Net mender", "Ferrol Trawlers"),
        ("Gap year, walked to Rome and back", "Gap year", "walked to Rome and back"),
    ],
)
def test_title_and_employer_without_a_companys_mark(line: str, title: str, employer: str) -> None:
    assert jobs(f"Experience\n\n2010 - 2014 {line}\n- Did it well\n", "en") == [(title, employer, "2010", "2014")]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        (
            "pt",
            "Experiência profissional\n\nFiel de armazém\nAdega do Vale, Lda.\n2018 - 2020\n",
            ("Fiel de armazém", "Adega do Vale, Lda."),
        ),
        (
            "ru",
            "Опыт работы\n\n2018 - 2020\nООО «Берёзка», Самара\nОператор склада\n- приёмка\n",
            ("Оператор склада", "ООО «Берёзка»"),
        ),
        ("ko", "경력사항\n2018.03 ~ 2020.04  햇살마트  계산 직원\n", ("계산 직원", "햇살마트")),
        ("ko", "경력사항\n(주)별빛호텔 객실 사원 2018.03 - 2020.04\n", ("객실 사원", "(주)별빛호텔")),
        (
            "es",
            "Experiencia\n2010 - 2018. Electricista. Montajes Ibarra S.L.\n",
            ("Electricista", "Montajes Ibarra S.L."),
        ),
        ("nl", "Werkervaring\n2016 - 2020: Orderpicker via Zon Uitzendbureau\n", ("Orderpicker", "Zon Uitzendbureau")),
    ],
)
def test_legal_forms_towns_and_gaps_are_no_titles(language: str, text: str, wanted: tuple[str, str]) -> None:
    assert [found[:2] for found in jobs(text, language)] == [wanted]


def test_studies_and_work_under_one_heading() -> None:
    text = """学歴・職歴
2014年4月　南洋商科大学 商学部 入学
2018年3月　南洋商科大学 商学部 卒業
2018年4月　株式会社波音フーズ 入社
2022年9月　株式会社波音フーズ 退職
2022年10月　浜風運輸株式会社 入社
現在に至る
"""
    assert [found[1:] for found in jobs(text, "ja")] == [
        ("株式会社波音フーズ", "2018-04", "2022-09"),
        ("浜風運輸株式会社", "2022-10", None),
    ]


def test_an_employer_below_the_first_title_is_looked_for_below_the_others_too() -> None:
    from screener.model.document import Reading
    from screener.parsing import parse

    text = (
        "Rolf Sommer\nTechniker\n\nBerufserfahrung\nTechniker\t2015 – heute\nFörderwerk Elbtal\nWartung von Anlagen\n"
        "Schaltschränke mit neuer Steuerung\nElektroniker\t2010 – 2015\nKraftwerk Süd\nPrüfung nach Norm\n\nKenntnisse\nSteuerungen\n"
    )
    jobs = parse(Reading(text=text, format="txt", engine="x", language="de"), name="cv.txt").jobs
    assert [(job.title, job.employer) for job in jobs] == [
        ("Techniker", "Förderwerk Elbtal"),
        ("Elektroniker", "Kraftwerk Süd"),
    ]


def test_the_town_behind_an_employer_is_no_employer_and_the_title_stands_on_its_own_line() -> None:
    above = "Experience\nBackend Developer\nFundy Seafoods, Kelowna\t2022 - 2025\nMentored two interns.\nSoftware Engineer\nMaple Quay, Moncton\t2019 - 2022\n"
    below = "Experience\nFundy Seafoods, Kelowna\t2022 - 2025\nBackend Developer\nMentored two interns.\nMaple Quay, Moncton\t2019 - 2022\nSoftware Engineer\n"
    expected = [
        ("Backend Developer", "Fundy Seafoods", "2022", "2025"),
        ("Software Engineer", "Maple Quay", "2019", "2022"),
    ]
    assert jobs(above, "en") == expected
    assert jobs(below, "en") == expected
    unknown = above.replace("Kelowna", "Little Nowhere").replace("Moncton", "Upper Nowhere")
    assert jobs(unknown, "en") == expected


def test_lines_that_are_paragraphs_belong_together() -> None:
    text = "Experience\n\nBackend Developer, Kestrel Buses\n\nMay 2023 - now · Swansea\n\n• Wrote things.\n\nSoftware Engineer, Oakapple Ltd\n\nOctober 2021 - April 2023 · Hebden Bridge\n\n• Read things.\n"
    assert jobs(text, "en") == [
        ("Backend Developer", "Kestrel Buses", "2023-05", None),
        ("Software Engineer", "Oakapple Ltd", "2021-10", "2023-04"),
    ]
    below = "Experience\n\n08/2024 - present\n\nSenior Bookkeeper | Lakeshore Dental\n\nClosed the books.\n\n10/2021 - 01/2024\n\nAccounts Assistant | Brightwater\n\nPaid people.\n"
    assert jobs(below, "en") == [
        ("Senior Bookkeeper", "Lakeshore Dental", "2024-08", None),
        ("Accounts Assistant", "Brightwater", "2021-10", "2024-01"),
    ]


def test_pieces_of_east_asian_lines() -> None:
    assert jobs("工作经验\n仓库主管,南瀛食品股份有限公司,台南\t2024 — 至今\n带领七人小组负责收发货。\n", "zh") == [
        ("仓库主管", "南瀛食品股份有限公司", "2024", None)
    ]
    assert jobs(
        "職務経歴\n2023/03–現在\t経理課長,東雲システム株式会社,浜松\n月次決算を三営業日以内に完了。\n", "ja"
    ) == [("経理課長", "東雲システム株式会社", "2023-03", None)]
    assert jobs("경력사항\n2025. 2. - 현재\n물류 관리자, 주식회사 한빛유통\n- 출고 시간을 줄였습니다.\n", "ko") == [
        ("물류 관리자", "주식회사 한빛유통", "2025-02", None)
    ]


def test_a_trade_before_a_korean_title_is_no_employer() -> None:
    text = "경력\n물류 관리자\t2022 - 현재\n(주)푸른솔식품, 대전\n- 일곱 명의 팀을 이끌었습니다.\n"
    assert jobs(text, "ko") == [("물류 관리자", "(주)푸른솔식품", "2022", None)]
    assert jobs("경력\n금강물류 관리자\t2022 - 현재\n", "ko") == [("관리자", "금강물류", "2022", None)]


def test_a_date_apart_from_what_it_dates() -> None:
    text = "Experience\nApr 2022 - Jul 2025\n\nSenior Bookkeeper | Lakeshore Dental\nPrepared returns for nine\nclients.\n\nJun 2018 - Mar 2022\n\nAccounts Assistant | Sundial Grocery\nReconciled accounts.\n"
    assert jobs(text, "en") == [
        ("Senior Bookkeeper", "Lakeshore Dental", "2022-04", "2025-07"),
        ("Accounts Assistant", "Sundial Grocery", "2018-06", "2022-03"),
    ]
