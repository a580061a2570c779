"""The demo's goods on each channel's sites: from confirmed cases to packages, each of which opens."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pypdf
import pytest

from monitor.bazaar.dossier import write_workspace
from monitor.bazaar.pages import shown
from monitor.bazaar.world import World
from monitor.cli import main
from monitor.complaints import channel, channels
from monitor.complaints.fonts import found_fonts, holds
from monitor.complaints.grounds import Ground, grounds_of
from monitor.evidence.seal import seal
from monitor.packages import check_package
from monitor.store import Case, CaseFilter, Store

SITES = {
    "alibaba_ipp": "https://item.taobao.com/item.htm?id={}",
    "amazon_rav": "https://www.amazon.de/dp/B{:09}",
    "ebay_vero": "https://www.ebay.de/itm/{:012}",
    "etsy": "https://www.etsy.com/listing/{}/watch",
    "jd": "https://item.jd.com/{}.html",
    "letter": "https://shop.example/{}",
    "market_authority": "https://shop.1688.com/offer/{}.html",
    "mercadolibre_bpp": "https://articulo.mercadolibre.com.mx/MLM-{:09}-reloj",
    "pinduoduo": "https://mobile.yangkeduo.com/goods.html?goods_id={}",
    "third_party": "https://www.shop-b.example/{}",
}
GIVEN = {
    "alibaba_ipp": ["complaint_reason=Mark misuse"],
    "amazon_rav": ["scope=offer"],
    "ebay_vero": ["reason_code=7035"],
    "etsy": ["own_work=https://brand.example/watch", "country=DE"],
    "market_authority": ["authority=某市市场监督管理局", "reported_name=某店", "reported_licence=91X",
                         "reported_address=某路1号"],
    "mercadolibre_bpp": ["reason=Uso ilegal de marca"],
    "letter": ["country=CN", "pdf=yes" if any(0x8868 in holds(font) for font in found_fonts()) else "pdf=no"],
    "third_party": ["service=Example Ltd", "country=CN"],
}  # fmt: skip
DAY = date(2026, 3, 2)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The demo's dossiers, and its infringing goods on the sites of every channel, judged and confirmed."""
    folder = tmp_path_factory.mktemp("demo") / "w"
    world = World(3, 1)
    write_workspace(world, folder, DAY, "https://bazaar.example")
    slug = world.makers[0].slug
    chosen = [
        offer for offer in world.offers
        if (slug, "text_match") in world.truth[offer.number]
    ][:3]  # fmt: skip
    rows = []
    for name, site in SITES.items():
        for number, offer in enumerate(chosen, 1):
            it = shown(world, offer, 0, "https://bazaar.example")
            url = site.format(100_000_000 + number)
            rows.append(
                {
                    "marketplace": url.split("/")[2], "listing_id": f"{name}-{number}", "url": url, "title": it.title,
                    "description": it.description, "price": it.amount, "currency": it.currency,
                    "seller_id": "one-seller", "seller_name": "Uhren \u202e=HYPERLINK(1) 名表",
                    "observed_at": datetime(2026, 3, 2, 3, tzinfo=UTC).isoformat(),
                }
            )  # fmt: skip
    listings = folder / "listings.jsonl"
    listings.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("MONITOR_DATABASE", raising=False)
        patch.setenv("MONITOR_WORKSPACE", str(folder))
        patch.setenv("MONITOR_USER", "tester")
        main(["check", str(listings), "--brand", slug, "--save", "-o", str(folder / "o.csv")])
        numbers = [str(one.id) for one in cases(folder)]
        main(["cases", "decide", *numbers, "confirmed", "--why", "looked at"])
        yield folder


def cases(folder: Path) -> list[Case]:
    with Store(f"sqlite:///{folder / 'monitor.db'}") as store:
        return [
            one
            for one in store.cases(CaseFilter())
            if Ground.TRADEMARK in grounds_of(one.finding.flags) or one.status == "candidate"
        ]


def opened(package: Path) -> str:
    """All the words of a package; each file is opened by what it is."""
    said = []
    for path in sorted(package.iterdir()):
        content = path.read_bytes() if path.is_file() else b""
        match path.suffix:
            case ".docx":
                said += [one.text for one in docx.Document(io.BytesIO(content)).paragraphs]
            case ".pdf":
                said += [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]
            case ".csv":
                rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
                assert rows
                assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "@"))]
                said += [" ".join(row.values()) for row in rows]
            case ".json":
                said.append(json.dumps(json.loads(content), ensure_ascii=False))
            case ".txt":
                said.append(content.decode())
    return "\n".join(said)


@pytest.mark.parametrize("name", SITES)
def test_a_package_for_each_channel_opens(workspace: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert set(SITES) == set(channels())
    own = [one for one in cases(workspace) if one.listing.listing_id.startswith(name) and one.status == "confirmed"]
    assert own, "the demo has none of this kind"
    for one in own:
        seal(workspace / "evidence", {"page.html": b"x"}, case=one.id, kind="capture", by="me",
             at=datetime(2026, 3, 3, tzinfo=UTC), note="seen", shows="listing")  # fmt: skip
    given = [part for one in GIVEN.get(name, []) for part in ("--set", one)]
    right = ["--right", next(
        one for one in (workspace / "brands" / own[0].finding.brand / "rights/register.toml").read_text().split('"')
        if one.startswith("CN ")
    )] if name == "alibaba_ipp" else []  # fmt: skip
    capsys.readouterr()
    main(["complaint", "draft", name, *(str(one.id) for one in own), *given, *right])
    said = capsys.readouterr()
    package = Path(said.out.split(": ", 1)[1].split(", on the ground")[0])
    assert check_package(package) == []
    words = opened(package).replace("\n", "")
    for one in own:
        number = one.listing.url.rsplit("/", 1)[-1]
        assert one.listing.url.replace("/", "") in words.replace("/", "").replace(" ", "") or number in words
    links = package / "links.txt"
    if links.exists():
        assert links.read_text("utf-8").splitlines() == [one.listing.url for one in own]
    assert "\u202e" not in words
    form = json.loads(next(package.glob("*.json")).read_text("utf-8"))
    asked = {one.name: one for one in channel(name).fields}
    values = form.get("form", form)
    assert set(values) == set(asked)
    assert not [key for key, value in values.items() if asked[key].required and not value]
    with_evidence = package / "evidence.zip"
    assert with_evidence.exists() is channel(name).takes_evidence
    if with_evidence.exists():
        with zipfile.ZipFile(with_evidence) as archive:
            assert archive.testzip() is None
            assert any(f"case-{own[0].id}-capture" in entry for entry in archive.namelist())
