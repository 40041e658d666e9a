"""The lexicon kept between runs: the same as when made anew, whatever lies in the folder."""

from pathlib import Path

import pytest

from screener.errors import LexiconFileError
from screener.matching import lexicon as module
from screener.matching import lexicon_cache, load_lexicon
from screener.matching.lexicon_tables import Tables, packed

SHIPPED = """
[[concept]]
name = "Zendesk"
kind = "tool"
implies = ["help desk software"]
[[concept]]
name = "help desk software"
aliases = ["ticketing tool"]
[[concept]]
name = "sales"
in = { ru = ["продажи"], nl = ["verkoop"] }
"""
OWN = '[[concept]]\nname = "kayak building"\naliases = ["kayaks built"]\n[[concept]]\nname = "Zendesk"\naliases = ["our desk"]\n'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache, nothing remembered from before, and word lists of a few concepts."""
    shipped = tmp_path / "resources" / "lexicon"
    for part in ("context", "grammar"):
        (shipped / part).mkdir(parents=True)
    (shipped / "grammar" / "ordinary_words.toml").write_text('ordinary = ["sender"]\n', encoding="utf-8")
    (shipped / "some.toml").write_text(SHIPPED, encoding="utf-8")
    monkeypatch.setattr(module, "resource", lambda path: tmp_path / "resources" / path)
    monkeypatch.setattr(lexicon_cache, "cache_folder", lambda: tmp_path / "cache")
    monkeypatch.setattr(module, "_loaded", {})
    return tmp_path / "cache"


def forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_loaded", {})


def test_what_is_kept_answers_like_what_was_made(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = load_lexicon(None)
    forgotten(monkeypatch)
    monkeypatch.setattr(module, "_merged", lambda *_: pytest.fail("made twice"))
    kept = load_lexicon(None)
    assert len(list(folder.glob("lexicon-*.bin"))) == 1
    assert kept == made
    assert kept is not made
    assert kept.concepts == made.concepts
    for words in ("Zendesk", "продажах", "verkoop", "ticketing tools", "no such thing"):
        assert kept.find(words) == made.find(words)
    software = kept.find("help desk software")
    assert software is not None
    assert [one.name for one in kept.implied_by(software)] == ["Zendesk"]
    assert kept.is_word("ticketing")
    assert kept.is_word("sender")
    assert not kept.is_word("ticketting")


def test_an_overlay_is_another_lexicon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "own"
    own.mkdir()
    plain = load_lexicon(own)
    (own / "mine.toml").write_text(OWN, encoding="utf-8")
    for _ in range(2):
        mine = load_lexicon(own)
        assert mine != plain
        assert mine.find("kayaks built") is not None
        desk = mine.find("our desk")
        assert desk is not None
        assert desk.name == "Zendesk"
        assert desk.kind == "tool"
        forgotten(monkeypatch)
    (own / "mine.toml").write_text("[[concept]]\nnmae = 1\n", encoding="utf-8")
    with pytest.raises(LexiconFileError):
        load_lexicon(own)
    (own / "mine.toml").unlink()
    assert load_lexicon(own) == plain


@pytest.mark.parametrize("damage", [b"", b"LEX3", b"nonsense" * 100])
def test_a_damaged_cache_is_made_anew(folder: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes) -> None:
    made = load_lexicon(None)
    (file,) = folder.glob("lexicon-*.bin")
    file.write_bytes(damage or file.read_bytes()[:-1000])
    forgotten(monkeypatch)
    assert load_lexicon(None).concepts == made.concepts


def test_a_folder_that_cannot_be_written_costs_time_only(folder: Path) -> None:
    folder.parent.mkdir(exist_ok=True)
    folder.write_text("a file where the folder should be", encoding="utf-8")
    assert load_lexicon(None).find("Zendesk") is not None


def test_only_a_few_are_kept(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexicon_cache, "_MOST_KEPT", 2)
    own = tmp_path / "own"
    own.mkdir()
    for number in range(4):
        (own / "mine.toml").write_text(f'[[concept]]\nname = "thing {number}"\n', encoding="utf-8")
        load_lexicon(own)
    assert len(list(folder.glob("lexicon-*.bin"))) == 2


def test_a_kind_is_kept_whatever_file_comes_first(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('[[concept]]\nname = "raft pass"\naliases = ["raft paper"]\n', encoding="utf-8")
    (tmp_path / "b.toml").write_text('[[concept]]\nname = "raft pass"\nkind = "certificate"\n', encoding="utf-8")
    found = load_lexicon(tmp_path).find("raft paper")
    assert found is not None
    assert found.kind == "certificate"


def test_tables_find_what_was_packed() -> None:
    tables = Tables(packed({"a": 1}, [("x",), ("y", ("z",))], {"names": {"ex": 0, "щ": 1}}, {"words": {"one", "二"}}))
    assert tables.head == {"a": 1}
    assert list(tables.rows()) == [("x",), ("y", ("z",))]
    assert (tables.find("names", "ex"), tables.find("names", "щ"), tables.find("names", "no")) == (0, 1, None)
    assert tables.has("words", "二")
    assert not tables.has("words", "three")
