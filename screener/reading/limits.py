"""How much one file may ask of this machine, in one place."""

from dataclasses import dataclass

MIB = 1024 * 1024
GIB = 1024 * MIB


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds of reading hostile files. It lives here, at the lowest room that obeys it; workers hand the same values on."""

    cpu_s: int = 20  # processor time for one document with text, and for one rendered page
    ocr_s: int = 10  # processor time for one page that is a picture
    ocr_pages: int = 40  # pictures of pages read in one document, then "partly"
    wall_factor: float = 3.0  # clock time allowed for each second of processor time, before the worker is killed
    address_space_bytes: int = 2 * GIB  # of one worker
    file_bytes: int = 100 * MIB  # one document
    container_bytes: int = 1 * GIB  # one archive or mail box as it comes, before it is opened
    pages: int = 200  # read, then "partly"
    depth: int = 3  # containers inside containers, the outermost counted
    members: int = 10_000
    unpacked_bytes: int = 2 * GIB  # all members together
    ratio: int = 200  # unpacked to packed


DEFAULT = Limits()
