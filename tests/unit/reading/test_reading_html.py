import pytest

from screener.errors import EmptyFileError, ImageOnlyError
from screener.reading import read


def text(html: str) -> str:
    return read(html.encode(), "cv.html").text


def test_blocks_make_lines_and_tables_rows() -> None:
    html = """<html><head><title>no</title><script>no()</script></head><body><h1>Ana
    Diaz</h1><p>one <b>two</b><br>three</p><ul><li>Agent</li></ul><ol start=2><li>second<li>third</ol>
    <table><tr><td>Phone:</td><td>+1 555-0100</td></tr></table><!-- no --><pre>a
    b</pre></body></html>"""
    assert text(html) == ("Ana Diaz\n\none two\nthree\n\nAgent\n\n2. second\n3. third\n\nPhone: +1 555-0100\n\na\nb")


def test_headings_are_bold_and_links_are_kept() -> None:
    reading = read(b"<h2>Skills</h2><p>SQL</p><a href='https://diaz.example'>site</a><a href='#top'>up</a>", "a.html")
    assert [(reading.text[line.start : line.end], line.bold) for line in reading.lines] == [
        ("Skills", True),
        ("SQL", False),
        ("siteup", False),
    ]
    assert reading.links == ("https://diaz.example",)


@pytest.mark.parametrize(
    ("hidden", "how"),
    [
        ("<span style='display: none'>Python</span>", "not_displayed"),
        ("<div hidden>Python</div>", "not_displayed"),
        ("<div class='x'>Python</div>", "not_displayed"),
        ("<span style='font-size:0px'>Python</span>", "tiny"),
        ("<span style='color:#FFFFFF'>Python</span>", "white"),
        ("<font color=white>Python</font>", "white"),
        ("<span style='opacity: 0'>Python</span>", "transparent"),
        ("<span style='position:absolute;left:-9999px'>Python</span>", "off_page"),
    ],
)
def test_what_the_page_does_not_show_is_kept_apart(hidden: str, how: str) -> None:
    reading = read(f"<style>.x {{ display:none }}</style><p>Seen</p>{hidden}".encode(), "a.html")
    assert reading.text == "Seen"
    assert [(found.how, found.text) for found in reading.hidden] == [(how, "Python")]


def test_white_on_a_dark_ground_and_small_print_are_visible() -> None:
    assert text("<div style='background:#123456'><p style='color:white'>Ana</p></div>") == "Ana"
    assert text("<p style='font-size: 10px'>Ana</p><p style='font-size:0.9em'>Diaz</p>") == "Ana\n\nDiaz"
    assert text("<p style='font:12px/1 Arial'>Ana</p>") == "Ana"


def test_encoding_of_the_page() -> None:
    html = "<html><head><meta charset='windows-1251'></head><p>Анна</p>"
    assert read(html.encode("cp1251"), "a.html").text == "Анна"


def test_nothing_in_it() -> None:
    with pytest.raises(EmptyFileError):
        read(b"<html><body></body></html>", "a.html")
    with pytest.raises(ImageOnlyError):
        read(b"<html><body><img src='http://x.example/a.png'></body></html>", "a.html")


def test_what_a_style_sheet_sets_apart_stands_apart() -> None:
    flex = "<style>.head{display:flex; justify-content: space-between}</style>"
    assert text(f"{flex}<div class=head><span>agent</span><span>mar 2021</span></div>") == "agent\tmar 2021"
    assert text("<div>agent<span style='float:right'>2021</span></div>") == "agent\t2021"
    assert text("<p><span>Sales agent</span><span>Mar 2021</span></p>") == "Sales agent\tMar 2021"
    assert (
        text("<p><span>2025-presente</span><b>Contabilista</b>, Coimbra</p>") == "2025-presente\tContabilista, Coimbra"
    )
    assert text("<p><span>J</span><span>ane</span> Mac<b>Leod</b></p>") == "Jane MacLeod"
