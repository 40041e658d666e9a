import io
import zipfile

import pytest

from screener.errors import EmptyFileError, EncryptedFileError, ImageOnlyError
from screener.model.document import Reading
from screener.reading import read

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"'
    for prefix in ("office", "text", "table", "style", "draw")
)
NAMES += (
    ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
)
STYLES = (
    '<style:style style:name="B"><style:text-properties fo:font-weight="bold" fo:font-size="16pt"/></style:style>'
    '<style:style style:name="W"><style:text-properties fo:color="#ffffff"/></style:style>'
    '<style:style style:name="V"><style:text-properties text:display="none"/></style:style>'
)


def package(body: str, *, page_styles: str = "", manifest: str = "") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
        archive.writestr(
            "content.xml",
            f"<office:document-content {NAMES}><office:automatic-styles>{STYLES}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        archive.writestr("styles.xml", f"<office:document-styles {NAMES}>{page_styles}</office:document-styles>")
    return stream.getvalue()


def of(body: str, page_styles: str = "") -> Reading:
    return read(package(body, page_styles=page_styles), "cv.odt")


def test_paragraphs_tables_boxes_notes_and_headers() -> None:
    body = (
        "<text:h>Ana Diaz</text:h><text:p>one<text:tab/>two<text:line-break/>a<text:s text:c='3'/>b"
        "<text:note><text:note-body><text:p>Note</text:p></text:note-body></text:note></text:p>"
        "<text:list><text:list-item><text:p>Agent</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>Phone:</text:p></table:table-cell>"
        "<table:table-cell><text:p>+1 555-0100</text:p></table:table-cell></table:table-row></table:table>"
        "<text:p><draw:frame><draw:text-box><text:p>Box</text:p></draw:text-box></draw:frame></text:p>"
        "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
    )
    page = "<style:header><text:p>ana@diaz.example</text:p></style:header>"
    assert of(body, page).text == (
        "ana@diaz.example\n\nAna Diaz\none\ttwo\na b\nAgent\n\nPhone: +1 555-0100\n\nBox\n\nNote"
    )


def test_looks_hidden_text_and_links() -> None:
    body = (
        "<text:p text:style-name='B'>Ana Diaz</text:p><text:p>Seen<text:span text:style-name='W'>Python</text:span>"
        "<text:span text:style-name='V'>Java</text:span> <text:a xlink:href='https://diaz.example'>site</text:a></text:p>"
    )
    reading = of(body)
    assert reading.text == "Ana Diaz\nSeen site"
    assert (reading.lines[0].size, reading.lines[0].bold, reading.lines[1].bold) == (16.0, True, False)
    assert [(hidden.how, hidden.text) for hidden in reading.hidden] == [("white", "Python"), ("hidden_run", "Java")]
    assert reading.links == ("https://diaz.example",)


def test_what_cannot_be_read() -> None:
    with pytest.raises(EncryptedFileError):
        read(package("", manifest="<encryption-data/>"), "cv.odt")
    with pytest.raises(ImageOnlyError):
        of("<text:p><draw:frame><draw:image/></draw:frame></text:p>")
    with pytest.raises(EmptyFileError):
        of("<text:p/>")
