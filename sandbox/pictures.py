"""What a file of a picture says of itself in its first bytes: its kind, and how wide and high it is."""

import struct
from collections.abc import Callable, Mapping

STARTS = {b"\x89PNG": "image/png", b"\xff\xd8": "image/jpeg", b"GIF8": "image/gif", b"RIFF": "image/webp"}
"""How files of pictures begin."""
UNKNOWN_SIZE = (640, 480)
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Marks in a JPEG after which its size stands."""
Size = tuple[int, int]


def kind_of_picture(data: bytes) -> str | None:
    """The media type of a picture; None for anything else, a sound that begins as a WebP does included."""
    kind = next((kind for start, kind in STARTS.items() if data.startswith(start)), None)
    return None if kind == "image/webp" and data[8:12] != b"WEBP" else kind


def size_of_picture(data: bytes) -> Size:
    """Width and height; a picture that does not say them is taken for one of a usual size."""
    read = READERS.get(kind_of_picture(data) or "")
    try:
        return read(data) if read else UNKNOWN_SIZE
    except (struct.error, IndexError):
        return UNKNOWN_SIZE


def _png(data: bytes) -> Size:
    width, height = struct.unpack_from(">II", data, 16)
    return width, height


def _gif(data: bytes) -> Size:
    width, height = struct.unpack_from("<HH", data, 6)
    return width, height


def _jpeg(data: bytes) -> Size:
    """The size stands in the first frame; each part before it says how long it is."""
    place = 2
    while data[place + 1] not in FRAMES:
        place += 2 + int(struct.unpack_from(">H", data, place + 2)[0])
    height, width = struct.unpack_from(">HH", data, place + 5)
    return width, height


def _webp(data: bytes) -> Size:
    kind = data[12:16]
    if kind == b"VP8X":
        width, height = (int.from_bytes(data[place : place + 3], "little") + 1 for place in (24, 27))
    elif kind == b"VP8L":
        bits = int(struct.unpack_from("<I", data, 21)[0])
        width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    else:
        width, height = (side & 0x3FFF for side in struct.unpack_from("<HH", data, 26))
    return width, height


READERS: Mapping[str, Callable[[bytes], Size]] = {
    "image/png": _png,
    "image/gif": _gif,
    "image/jpeg": _jpeg,
    "image/webp": _webp,
}
