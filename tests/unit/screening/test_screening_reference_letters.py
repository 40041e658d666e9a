import pytest

from screener.screening import is_reference
from tests.golden.screening.card import table


@pytest.mark.parametrize(
    "text",
    [
        "To whom it may concern,\n\nMary worked for us for four years. She was punctual and I can highly recommend her.",
        "Arbeitszeugnis\n\nFrau Petersen war bei uns als Beraterin tätig, stets zu unserer vollsten Zufriedenheit.",
        "Getuigschrift\n\nHierbij verklaren wij dat zij bij ons gewerkt heeft. Wij wensen haar veel succes.",
        "Lettre de recommandation\n\nClaire a travaillé chez nous et je la recommande vivement.",
        "Carta de recomendación\n\nLucía ha trabajado con nosotros y la recomiendo.",
        "推荐信\n\n王敏在我司任职期间表现优秀，特此推荐。",
        "推薦状\n\n同氏を推薦いたします。",
        "추천서\n\n위와 같이 적극 추천합니다.",
    ],
)
def test_letters_about_somebody(text: str) -> None:
    assert is_reference(text)


def test_letters_of_applicants_are_none() -> None:
    for name in ("en", "nl", "de", "other"):
        letters: list[dict[str, str]] = table(f"letters_{name}.toml")["letter"]  # type: ignore[assignment]
        assert [one["text"] for one in letters if is_reference(one["text"])] == []
