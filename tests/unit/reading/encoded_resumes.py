"""Short resumes and letters of invented people, with the encodings in which programs without Unicode saved such texts."""

RESUMES = {
    "de": (
        "Jürgen Krämer\nMünchner Straße 5\n030 23125 014\nVerkäufer im Außendienst, 2016–2020\nFührerschein Klasse B",
        "Sehr geehrte Frau Müller,\nich möchte mich für die Stelle bewerben. Meine Stärken: Zuverlässigkeit, Geduld.\nMit freundlichen Grüßen\nSönke Groß",
        "Lebenslauf\nName: Käthe Weiß\nGeburtsort: Köln\nKenntnisse: Büroorganisation, Französisch",
    ),
    "fr": (
        "Chloé Lefèvre\nTél. : 06 39 98 01 02\nConseillère clientèle à Orléans, 2018 à 2022\nDiplôme : BTS négociation, mention très bien",
        "Madame, Monsieur,\nJe suis très intéressée par le poste. J’ai travaillé trois années à l’accueil d’un hôtel.\nHélène Béranger",
        "Compétences\n• Gestion des réclamations\n• Français langue maternelle\n• Excel, niveau avancé\nÉtudes : lycée Molière",
    ),
    "es": (
        "Begoña Núñez\nTeléfono: +34 600 000 012\nAtención al cliente, Logroño, 2017 – 2021\nIdiomas: español, inglés",
        "Estimada señora:\nMe dirijo a usted para el puesto de recepcionista. Tengo tres años de experiencia.\nIñaki Muñoz",
        "Formación\nDiseño gráfico, Universidad de León\n¿Disponibilidad? Sí, a partir de mañana",
    ),
    "sv": (
        "Åsa Öberg\n070-1740605\nKundtjänst på Träfabriken, Malmö\nSpråk: svenska, engelska\nKörkort B",
        "Hej!\nJag söker jobbet som säljare. Jag är noggrann och har fem års erfarenhet från butik.\nMed vänlig hälsning\nBjörn Sjögren",
        "Utbildning: Göteborgs universitet\nErfarenhet: förskollärare, 2015–2019",
    ),
    "pl": (
        "Łukasz Świątek\nul. Żeromskiego 5, Gdańsk\nObsługa klienta, 2016–2020\nJęzyki: polski, angielski",
        "Szanowni Państwo,\nproszę o przyjęcie mojej kandydatury. Mam pięć lat doświadczenia w sprzedaży.\nZ poważaniem\nGrażyna Dąbek",
        "Wykształcenie: średnie\nUmiejętności: księgowość, Excel, prawo jazdy\nImię: Małgorzata",
    ),
    "cs": (
        "Jiří Dvořák\nNáměstí Míru 5, Plzeň\nPracovní zkušenosti: prodavač, účetní\nJazyky: čeština, angličtina",
        "Vážená paní,\nucházím se o místo v zákaznické podpoře. Těším se na vaši odpověď.\nS pozdravem\nZdeněk Růžička",
        "Životopis\nVzdělání: střední škola, Ústí nad Labem\nŘidičský průkaz: ano",
    ),
    "hu": (
        "Szőke Örs\nBudapest, Fő utca 5.\nÜgyfélszolgálat, 2016–2020\nNyelvek: magyar, angol\nJogosítvány: B",
        "Tisztelt Hölgyem!\nSzeretnék jelentkezni az állásra. Öt év tapasztalatom van a kereskedelemben.\nÜdvözlettel: Győri Tünde",
        "Önéletrajz\nVégzettség: főiskola\nKészségek: könyvelés, szövegszerkesztő",
    ),
    "tr": (
        "Gülşah Yıldız\nİstanbul, Kadıköy\nMüşteri hizmetleri, 2016–2020\nDiller: Türkçe, İngilizce",
        "Sayın yetkili,\nİlanınızdaki pozisyon için başvuruyorum. Beş yıllık satış deneyimim var.\nSaygılarımla\nOğuz Çağlar",
        "Özgeçmiş\nEğitim: Boğaziçi, işletme\nBeceriler: muhasebe, sürücü belgesi",
    ),
    "lt": (
        "Rūta Šimkutė\nVilnius, Gedimino g. 5\nKlientų aptarnavimas, pardavėja\nKalbos: lietuvių, anglų, rusų",
        "Gerbiamieji,\nnorėčiau dirbti jūsų įmonėje. Turiu penkerių metų patirtį šioje srityje.\nPagarbiai\nŽygimantas Kučinskas",
        "Gyvenimo aprašymas\nIšsilavinimas: aukštasis\nĮgūdžiai: buhalterinė apskaita",
    ),
    "ru": (
        "Анна Морозова\nМосква, (495) 000-12\nМенеджер по работе с клиентами, 2016–2020\nЯзыки: русский, английский",
        "Здравствуйте!\nПрошу рассмотреть мою кандидатуру на должность продавца. Опыт работы пять лет.\nС уважением, Игорь",
        "РЕЗЮМЕ\nИван Петров\nОбразование: высшее\nНавыки: Excel, 1С, деловая переписка",
    ),
    "uk": (
        "Оксана Шевчук\nКиїв, вул. Хрещатик, 5\nОбслуговування клієнтів, менеджерка\nМови: українська, англійська",
        "Доброго дня!\nПрошу розглянути мою кандидатуру. Маю п'ять років досвіду роботи з клієнтами.\nЗ повагою, Тарас",
        "Освіта: вища, Львів\nНавички: ведення обліку, ділове листування, знання Excel",
    ),
    "bg": (
        "Георги Иванов\nСофия, ул. Шипка 5\nОбслужване на клиенти, продавач\nЕзици: български, английски",
        "Уважаеми господа,\nКандидатствам за длъжността. Имам петгодишен опит в търговията.\nС уважение, Цветелина",
        "Автобиография\nОбразование: средно\nУмения: счетоводство, шофьорска книжка",
    ),
    "el": (
        "Ελένη Παπαδάκη\nΑθήνα, οδός Ερμού 5\nΕξυπηρέτηση πελατών, 2016-2020\nΓλώσσες: ελληνικά, αγγλικά",
        "Αξιότιμη κυρία,\nενδιαφέρομαι για τη θέση. Έχω πενταετή εμπειρία στις πωλήσεις.\nΜε εκτίμηση\nΓιώργος",
        "Βιογραφικό σημείωμα\nΣπουδές: πανεπιστήμιο\nΔεξιότητες: λογιστική, δίπλωμα οδήγησης",
    ),
    "he": (
        "דנה כהן\nתל אביב, רחוב הרצל 5\nשירות לקוחות, מוכרת\nשפות: עברית, אנגלית",
        "שלום רב,\nאני מעוניין במשרה שפרסמתם. יש לי חמש שנות ניסיון במכירות.\nבברכה, יוסי לוי",
        "קורות חיים\nהשכלה: תיכונית\nכישורים: הנהלת חשבונות, רישיון נהיגה",
    ),
    "ar": (
        "ليلى حداد\nالقاهرة، شارع النيل 5\nخدمة العملاء، بائعة\nاللغات: العربية، الإنجليزية",
        "السادة الكرام،\nأود التقدم للوظيفة المعلن عنها. لدي خبرة خمس سنوات في المبيعات.\nمع التحية، سامي",
        "السيرة الذاتية\nالتعليم: جامعي\nالمهارات: المحاسبة، رخصة قيادة",
    ),
    "th": (
        "สมชาย ใจดี\nกรุงเทพฯ ถนนสุขุมวิท 5\nพนักงานบริการลูกค้า\nภาษา: ไทย อังกฤษ",
        "เรียน ผู้จัดการ\nผมสนใจตำแหน่งงานที่ประกาศไว้ มีประสบการณ์ด้านการขายห้าปี\nขอแสดงความนับถือ",
        "ประวัติส่วนตัว\nการศึกษา: ปริญญาตรี\nทักษะ: บัญชี ขับรถยนต์",
    ),
    "zh": (
        "陈伟\n上海市浦东新区\n客户服务专员,2016-2020\n语言:普通话、英语",
        "尊敬的经理:您好!\n我对贵公司的职位很感兴趣,有五年的销售工作经验。\n此致 敬礼 李娜",
        "个人简历\n学历:本科\n技能:会计、办公软件、驾驶证",
    ),
    "zh-tw": (
        "陳怡君\n台北市中正區\n客戶服務專員,2016-2020\n語言:國語、英語",
        "敬啟者:您好!\n我對貴公司的職位很有興趣,有五年的銷售工作經驗。\n此致 敬禮 林志明",
        "個人履歷\n學歷:大學\n技能:會計、辦公軟體、駕照",
    ),
    "ko": (
        "김민수\n서울시 마포구\n고객 지원 담당, 2016-2020\n언어: 한국어, 영어",
        "안녕하십니까.\n귀사의 채용 공고를 보고 지원합니다. 판매 경력이 오 년 있습니다.\n감사합니다. 이영희",
        "이력서\n학력: 대학교 졸업\n기술: 회계, 엑셀, 운전면허",
    ),
    "ja": (
        "田中 花子\n東京都新宿区\nカスタマーサポート担当、2016年〜2020年\n言語:日本語、英語",
        "採用ご担当者様\n貴社の求人に応募いたします。販売の経験が五年あります。\nよろしくお願いいたします。佐藤",
        "履歴書\n学歴:大学卒業\n資格:普通自動車免許、簿記",
    ),
}

ENCODINGS = {
    "de": ("cp1252", "iso8859-1", "mac_roman", "cp850"),
    "fr": ("cp1252", "iso8859-1", "mac_roman", "cp850"),
    "es": ("cp1252", "iso8859-1", "mac_roman", "cp850"),
    "sv": ("cp1252", "iso8859-1", "mac_roman", "cp850"),
    "pl": ("cp1250", "iso8859-2", "cp852"),
    "cs": ("cp1250", "iso8859-2", "cp852"),
    "hu": ("cp1250", "iso8859-2"),
    "tr": ("cp1254", "iso8859-9", "cp857"),
    "lt": ("cp1257", "iso8859-13"),
    "ru": ("cp1251", "koi8-r", "cp866", "iso8859-5", "mac_cyrillic"),
    "uk": ("cp1251", "koi8-u", "iso8859-5"),
    "bg": ("cp1251", "cp866", "iso8859-5"),
    "el": ("cp1253", "iso8859-7"),
    "he": ("cp1255", "iso8859-8"),
    "ar": ("cp1256", "iso8859-6"),
    "th": ("cp874",),
    "zh": ("gb18030", "gb2312"),
    "zh-tw": ("big5",),
    "ko": ("euc-kr", "cp949"),
    "ja": ("cp932", "euc_jp", "iso2022_jp"),
}


def encoded(text: str, encoding: str) -> bytes:
    """The text as a program with that encoding would have saved it: dashes and quotes it lacks are plain."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(str.maketrans("–’•〜", "-'-～")).encode(encoding)
