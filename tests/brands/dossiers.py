"""Dossiers written to disk for tests; each mistake is one small change of a sound one."""

import struct
import zlib
from collections.abc import Mapping
from pathlib import Path

TOML = """\
name = "Aurelia"
owner = "Aurelia Timepieces GmbH"

[[trademark]]
text = "AURELIA"
also = ["奥蕾莉亚"]
registration = "CN 12345678"
office = "CNIPA"
classes = [14]
certificate = "rights/cn.pdf"
valid_until = 2031-05-04

[[trademark]]
logo = "logos/aurelia.png"

[detectors.low_price]
tolerance = 0.01
"""
PRODUCTS = """\
sku,name,brand,model,gtin,description,pack_count,currency,list_price,floor_price,photos
MER-40,Aurelia Meridian 40,Aurelia,MER40A,4006381333931,A watch,1,EUR,1290.00,1090.00,photos/front.png|photos/back.jpg
STR-20,Aurelia strap,Aurelia,STR20L,,,2,EUR,79.00,,
"""
PRICES = """\
sku,territory,channel,currency,list_price,floor_price,valid_from,valid_until
MER-40,DE,shop.example,EUR,1290.00,990.00,2026-11-20,2026-11-30
"""
SELLERS = """\
marketplace,seller_id,seller_name,legal_entity,status,territory,skus,valid_from,valid_until
shop.example,s-1,Watch House,Watch House GmbH,authorized,DE AT,MER-40|STR-20,2025-01-01,2026-12-31
,s-666,Quick Deals,,denied,,,,
"""


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    + _chunk(b"IDAT", zlib.compress(b"\x00\x10\x20\x30"))
    + _chunk(b"IEND", b"")
)
FILES: Mapping[str, str | bytes] = {
    "brand.toml": TOML,
    "products.csv": PRODUCTS,
    "prices.csv": PRICES,
    "sellers.csv": SELLERS,
    "logos/aurelia.png": PNG,
    "photos/front.png": PNG,
    "photos/back.jpg": PNG,
    "rights/cn.pdf": b"%PDF-1.4",
}
SMALL = 'name = "Aurelia"\n[[trademark]]\ntext = "AURELIA"\n'


def write(folder: Path, files: Mapping[str, str | bytes | None] = FILES) -> Path:
    """Write files into a folder; None leaves one out."""
    for name, content in files.items():
        if content is None:
            continue
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def write_with(folder: Path, file: str, old: str, new: str) -> Path:
    """The sound dossier with one piece of text replaced in one file."""
    text = FILES[file]
    assert isinstance(text, str)
    assert text.count(old) >= 1, f"{old!r} is not in {file}"
    return write(folder, {**FILES, file: text.replace(old, new, 1)})
