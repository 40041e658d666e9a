"""Contrast, texts, first paint."""

import ast
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

import ui
from resources import resource
from ui import actions, theme
from ui.main_window import FIRST_DARK, FIRST_LIGHT
from ui.tokens import DARK, LIGHT, Colours

SOURCES = sorted(Path(ui.__file__).parent.rglob("*.py"))


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    first, second = sorted((luminance(one), luminance(other)), reverse=True)
    return (first + 0.05) / (second + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read_on_its_ground(colours: Colours) -> None:
    for text in ("text", "muted", "found", "partly", "missing", "ask", "accent"):
        for ground in ("window", "surface", "raised", "accent_soft"):
            assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5, (text, ground)
    for text in ("found", "partly", "missing", "ask"):
        assert contrast(getattr(colours, text), getattr(colours, text + "_soft")) >= 4.5, text
    assert contrast(colours.accent_text, colours.accent) >= 4.5
    assert contrast(colours.toast_text, colours.toast) >= 4.5
    assert contrast(colours.ink, colours.mark_current) >= 4.5
    assert contrast(colours.focus, colours.surface) >= 3
    assert contrast(colours.line_strong, colours.surface) >= 3


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_uses_tokens_only(colours: Colours) -> None:
    made = theme.style_sheet(colours, QFont())
    assert "$" not in made
    source = resource("style/window.css").read_text(encoding="utf-8")
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b(?=\s*[;}])", source)


def test_the_first_paint_has_the_colours_of_the_theme() -> None:
    for colours, first in ((LIGHT, FIRST_LIGHT), (DARK, FIRST_DARK)):
        assert first == (colours.line, colours.surface, colours.raised, colours.sunken)


def test_every_role_of_the_palette_is_our_own(qapp: QApplication) -> None:
    theme.theme().set_mode("dark")
    assert qapp.palette().window().color().name() == DARK.window
    theme.theme().set_mode("light")
    assert qapp.palette().window().color().name() == LIGHT.window


def test_every_text_to_translate_is_a_literal() -> None:
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            texts = {"tr": node.args[:1], "_translate": node.args[:2], "translate": node.args[:2]}.get(name, [])
            if path.name == "actions.py" and name == "translate":
                texts = texts[:1]  # its texts are marked where they stand
            for text in texts:
                assert isinstance(text, ast.Constant), f"{path.name}:{node.lineno}"
                assert isinstance(text.value, str), f"{path.name}:{node.lineno}"


def test_words_of_the_workshop_never_stand_on_the_screen() -> None:
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "tr":
                words = str(getattr(node.args[0], "value", "")).replace(".toml", "")
                found = re.findall(r"(?i)\b(engine|hash|worker|parser|toml|library|ocr|opening)\b", words)
                assert not [word for word in found if word.casefold() != "opening"], f"{path.name}: {words}"


def test_keys_are_not_given_twice() -> None:
    given = [key for _, specs in actions.MENUS for spec in specs for key in spec.keys]
    assert len(given) == len(set(given))


def test_every_icon_that_is_named_is_there() -> None:
    for _, specs in actions.MENUS:
        for spec in specs:
            assert not spec.icon or resource(f"icons/{spec.icon}.svg").is_file(), spec.icon
    for path in SOURCES:
        for name in re.findall(r'(?:icon|Sign|icon_button)\("([a-z0-9-]+)"', path.read_text(encoding="utf-8")):
            assert resource(f"icons/{name}.svg").is_file(), (path.name, name)


def test_nothing_but_qt_is_loaded_for_the_first_paint() -> None:
    code = (
        "import sys\n"
        "import ui.app\n"
        "loaded = [name for name in sys.modules if name.startswith('screener') or name in ('sqlite3', 'dataclasses', 'PySide6.QtSvg')]\n"
        "sys.exit(','.join(loaded) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr


def plurals(ts: Path) -> set[tuple[str, str]]:
    """(context, source) of every text with a plural."""
    root = ElementTree.parse(ts).getroot()
    return {
        (context.findtext("name") or "", message.findtext("source") or "")
        for context in root.iter("context")
        for message in context.iter("message")
    }


def test_every_plural_is_translated() -> None:
    kept = Path(str(resource("i18n/window_en.ts")))
    assert "unfinished" not in kept.read_text(encoding="utf-8")
    found: set[str] = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "tr":
                text = getattr(node.args[0], "value", "")
                if len(node.args) == 3 and isinstance(text, str):
                    found.add(text)
    assert found == {source for _, source in plurals(kept)}, "run tools/translations.py"


def test_the_translators_tool_sees_every_text(tmp_path: Path) -> None:
    kept = tmp_path / "all.ts"
    files = [str(path) for path in SOURCES]
    lupdate = str(Path(sys.executable).parent / "pyside6-lupdate")  # came with PySide6
    subprocess.run([lupdate, *files, "-locations", "none", "-silent", "-ts", str(kept)], check=True)
    seen = {source for _, source in plurals(kept)}
    places = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}  # which argument is the text
    said: set[str] = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                assert name != "_translate", f"{path.name}: the tool does not know it by another name"
                place = places.get(name)
                text = (
                    getattr(node.args[place], "value", None) if place is not None and len(node.args) > place else None
                )
                if isinstance(text, str):
                    said.add(text)
    assert said <= seen, sorted(said - seen)
