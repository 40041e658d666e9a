"""Pages as pictures."""

import pytest

from screener.errors import DamagedFileError, EncryptedFileError
from screener.reading.render import MAX_PIXELS, render
from tests.unit.reading import pdf_oddities as odd
from tests.unit.reading.pdf_samples import samples


def test_size_and_ink() -> None:
    image = render(samples()[0].data, 1, 0.5)
    assert (image.width, image.height) == (298, 421)
    assert len(image.rgb) == 3 * image.width * image.height
    assert image.rgb[:3] == b"\xff\xff\xff"
    assert min(image.rgb) < 80


def test_colours_are_red_green_blue() -> None:
    image = render(odd.same_as_bar(), 1, 1.0)
    at = 3 * ((image.height - 85) * image.width + 300)
    assert image.rgb[at : at + 3] == bytes((0x33, 0x66, 0x99))


def test_huge_scale_is_bounded() -> None:
    image = render(odd.white_on_white(), 1, 10.0)
    assert image.width * image.height <= MAX_PIXELS * 1.01


@pytest.mark.parametrize("page", [0, 2, -1])
def test_no_such_page(page: int) -> None:
    with pytest.raises(DamagedFileError):
        render(odd.white_on_white(), page, 1.0)


def test_damaged_and_locked() -> None:
    with pytest.raises(DamagedFileError):
        render(b"junk", 1, 1.0)
    with pytest.raises(EncryptedFileError):
        render(odd.locked(owner_only=False), 1, 1.0)
