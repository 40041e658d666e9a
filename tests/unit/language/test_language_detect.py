import pytest

from screener.language.detect import detect


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "I have worked as a cashier in a busy shop for four years."),
        ("de", "Ich habe vier Jahre lang als Verkäuferin in einem Modehaus gearbeitet."),
        ("es", "He trabajado cuatro años como cajera en un supermercado del centro."),
        ("fr", "J'ai travaillé quatre ans comme vendeuse dans un magasin de vêtements."),
        ("nl", "Ik heb vier jaar als verkoopster in een kledingwinkel gewerkt."),
        ("pt", "Trabalhei quatro anos numa loja de roupa e gosto de lidar com pessoas."),
        ("it", "Ho lavorato per quattro anni in un negozio di abbigliamento del centro."),
        ("pl", "Przez cztery lata pracowałam jako sprzedawczyni w sklepie odzieżowym."),
        ("ru", "Четыре года работала продавцом в магазине одежды."),
        ("uk", "Чотири роки працювала продавчинею у магазині одягу, її обов'язки."),
        ("zh", "工作经历：在百货公司担任销售四年，负责接待顾客。"),
        ("zh", "精通 Java 和 Python，曾任客服經理三年"),
        ("ja", "アパレル店で四年間、販売スタッフとして勤務しました。"),
        ("ja", "職務経歴 営業部 主任"),
        ("ko", "의류 매장에서 4년 동안 판매 사원으로 근무했습니다."),
        ("en", "WORK EXPERIENCE\nSALES ASSISTANT\nHELPED CUSTOMERS AND KEPT THE SHELVES FULL"),
        ("sv", "Jag har arbetat i en klädbutik i fyra år och trivs med kunder."),
    ],
)
def test_tells_the_language(code: str, text: str) -> None:
    assert detect(text) == code


@pytest.mark.parametrize("text", ["", "   ", "12345", "Jan", "ana@diaz.example", "Curriculum Vitae", "C++, Java, SQL"])
def test_says_nothing_rather_than_something_wrong(text: str) -> None:
    assert detect(text) is None


def test_half_a_character_does_no_harm() -> None:
    text = "I answer the phone and write \ud83d mails to the guests of a small hotel."
    assert detect(text) == "en"
    assert detect("\udcff" * 40) is None
