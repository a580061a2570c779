"""The rights register of an invented brand, so that complaints can be drafted in the demo; its papers are specimens."""

import json
from datetime import date, timedelta
from pathlib import Path

from monitor.complaints.fonts import BUILT_IN, Font
from monitor.complaints.pdf import pdf

PAPERS = {
    "mark": "Certificate of a trademark",
    "identity": "Extract of a commercial register",
    "photos": "Product photos",
}
MARKS = {"CNIPA": "CN", "IMPI": "MX", "USPTO": "US"}


def write_rights(mark: str, owner: str, folder: Path, day: date, *, chinese: str) -> None:
    """Write register.toml and the papers it names into the folder for rights; the mark for China has two names."""
    for name, title in PAPERS.items():
        said = ["Specimen of the demo: the brand, the owner and this paper are invented.", mark, owner, str(day)]
        folder.joinpath(f"{name}.pdf").write_bytes(pdf(title, [("", said)], day, [Font(Path(BUILT_IN), 0)]))
    number = sum(map(ord, mark))
    until = day + timedelta(days=2000)
    parts = [
        "# Who complains for the brand, and its rights besides the marks of brand.toml.",
        "[complainant]",
        f"legal_name = {json.dumps(owner)}",
        f'licence_number = "HRB {number}"',
        'address = "Beispielweg 1, 00000 Musterstadt"',
        'contact = "J. Weber"',
        'phone = "+49 000 000000"',
        'email = "rights@brand.example"',
        'identity = "rights/identity.pdf"',
    ]
    for office, country in MARKS.items():
        parts += [
            "",
            "[[right]]",
            'kind = "trademark"',
            f"name = {json.dumps(mark)}",
            *([f"also = [{json.dumps(chinese, ensure_ascii=False)}]"] if country == "CN" else []),
            f'registration = "{country} {number:08d}"',
            f'office = "{office}"',
            f"valid_until = {until}",
            'file = "rights/mark.pdf"',
        ]
    parts += ["", "[[right]]", 'kind = "copyright"', 'name = "product photos"', 'file = "rights/photos.pdf"', ""]
    folder.joinpath("register.toml").write_text("\n".join(parts), "utf-8")
