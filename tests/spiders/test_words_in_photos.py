"""A real photo with a disguised mark and a chat handle, from the page to the flag, its box, and who is behind it."""

import importlib.util
import io
import json
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from monitor.cli import main
from monitor.store import CaseFilter, open_store
from monitor.workspace import load_workspace
from tests.spiders.conftest import make_workspace

ABSENT = importlib.util.find_spec("rapidocr") is None
reads = pytest.mark.skipif(ABSENT, reason="needs the extra [ocr]: pip install -e '.[ocr]'")
FONT = ImageFont.load_default(size=44)
MARK, HANDLE = (40, 60), (40, 420)


def lettered(path: Path) -> bytes:
    """A seller's photo: real goods, with words over them as sellers put them there."""
    image = Image.open(path).convert("RGB").resize((640, 520))
    pen = ImageDraw.Draw(image)
    for (left, top), text in ((MARK, "AUR3LIA"), (HANDLE, "WeChat: lux_8821")):
        pen.rectangle(pen.textbbox((left, top), text, font=FONT), fill="white")
        pen.text((left, top), text, fill="black", font=FONT)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=88)
    return out.getvalue()


def offer(site, path: str, title: str, seller: str, text: str = "", photo: str = "") -> None:
    data = {
        "@context": "https://schema.org",
        "@type": "Product",
        "name": title,
        "description": text,
        "image": [photo] if photo else [],
        "offers": {"@type": "Offer", "price": "89.00", "priceCurrency": "EUR"},
    }
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    sold = f'<div class="seller">Sold by <a href="/store?seller={seller}">{seller.title()} House</a></div>'
    site.page(path, f"<!doctype html><html><head>{head}</head><body><h1>{title}</h1>{sold}</body></html>")


@reads
@pytest.mark.shared
def test_a_photo_tells_of_the_mark_and_of_who_sells(
    site, crawl, shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    photo = min((shared / "data/photos/clothing").rglob("*.jpg"))
    site.page("/shown.jpg", lettered(photo), headers={"Content-Type": "image/jpeg"})
    offer(site, "/product/1", "Wrist watch for men", "lux", photo=f"{site.url}/shown.jpg")
    offer(site, "/product/2", "Aurelia watch 1:1 replica", "harbour", text="More models: add wechat lux_8821")
    site.catalogue("/watches", ["/product/1", "/product/2"])
    workspace = make_workspace(tmp_path / "workspace", words=True)
    done = crawl("shop", "-a", f"url={site.url}/watches", "-a", "render=0", workspace=workspace)
    assert (done.code, len(done.rows)) == (0, 2), done.said

    with open_store(load_workspace(done.workspace)) as store:
        found = {case.listing.seller_id: case.finding.flags for case in store.cases(CaseFilter())}
    (flag,) = found["lux"]
    assert (flag.kind, flag.rule) == ("text_match", "disguise_in_photo")
    (evidence,) = flag.evidence
    assert evidence.image == f"{site.url}/shown.jpg"
    assert evidence.observed.startswith("AUR3LIA (read in the photo")
    assert evidence.box is not None
    drawn = FONT.getbbox("AUR3LIA")
    sides = zip(evidence.box, (place + MARK[n % 2] for n, place in enumerate(drawn)), strict=True)
    assert all(abs(found - there) < 15 for found, there in sides), evidence.box

    main(["sellers", "show", done.rows[0]["marketplace"], "lux", "--workspace", str(done.workspace)])
    said = capsys.readouterr().out
    assert f"fact      wechat lux_8821 (read in the photo {site.url}/shown.jpg)" in said
    assert "belongs together with harbour on" in said
    assert "share wechat lux_8821" in said
