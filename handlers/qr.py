"""A link as a picture that phones read."""

from io import BytesIO

SCALE = 12
"""Pixels of a module: a link of 40 characters makes a picture of about 500 pixels, sharp on a phone and on paper."""
QUIET_ZONE = 4
"""Modules of white around the code, as ISO/IEC 18004 wants them."""


def qr_png(url: str) -> bytes:
    """The link as a PNG, black on white, that bears a fifth of it being soiled or torn (level Q or better)."""
    import segno

    picture = BytesIO()
    segno.make_qr(url, error="q").save(picture, kind="png", scale=SCALE, border=QUIET_ZONE)
    return picture.getvalue()
