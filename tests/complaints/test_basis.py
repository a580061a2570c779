"""What a draft relied on and is not so any more when somebody files it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from monitor.complaints import channel
from monitor.complaints.basis import Basis, basis_of, outdated
from monitor.complaints.drafting import compose
from tests.complaints.complaint_world import CARRYING, DAY, MARK, matter
from tests.complaints.test_complaint_command import confirm, judged, read_later, run  # noqa: F401
from tests.complaints.test_grounds import SHOP, register

EU = replace(MARK, office="EUIPO", registration="018000111", valid_until=date(2031, 5, 4))
US = replace(MARK, office="USPTO", registration="5550001")
SOUND = replace(EU, name="ORELIA", also=("AURELIA",))
PRICE = ("low_price", "below_floor")


@pytest.mark.parametrize(
    ("flag", "territory", "said", "rights", "then", "now", "said_of_it"),
    [
        (CARRYING, "DE", "", (EU, US), "DE", (EU, US), []),
        (CARRYING, "", "US", (EU, US), "", (EU, US), []),
        (CARRYING, "", "US", (EU, US), "", (EU,), ["USPTO 5550001), on which it relies, is in the dossier no more"]),
        (CARRYING, "DE", "", (EU, US), "DE", (replace(EU, registration="018000112"), US), ["018000111), on which it relies"]),
        (CARRYING, "DE", "", (SOUND,), "DE", (SOUND,), []),
        (CARRYING, "DE", "", (SOUND,), "DE", (replace(SOUND, also=()),), ["case 1 shows AURELIA, which none of its marks states; "]),
        (CARRYING, "DE", "", (EU,), "DE", (replace(EU, valid_until=DAY),), []),
        (CARRYING, "DE", "", (EU,), "DE", (replace(EU, valid_until=DAY - timedelta(days=1)),), ["ended on 2026-05-03"]),
        (CARRYING, "DE", "", (EU,), "TR", (EU,), ["offered in DE, now TR", "no more a mark registered for TR"]),
        (CARRYING, "DE", "", (EU,), "FR", (EU,), ["offered in DE, now FR"]),
        (CARRYING, "DE", "", (EU,), "", (EU,), ["offered in DE, now nobody knows"]),
        (CARRYING, "", "US", (EU, US), "DE", (EU, US), ["--set country=US, and its page says DE now"]),
        (CARRYING, "FR", "US", (EU, US), "FR", (EU, US), []),
        (CARRYING, "FR", "US", (EU, US), "DE", (EU, US), ["--set country=US, and its page says DE now"]),
        (PRICE, "US", "", (US,), "US", (), []),
        (PRICE, "US", "", (US,), "DE", (), ["no letter on prices or authority alone in DE"]),
        (PRICE, "", "US", (US,), "DE", (), ["--set country=US, and its page says DE now", "no letter on prices or auth"]),
        (PRICE, "US", "", (US,), "", (), ["where nobody read in which country it sells"]),
    ],
)  # fmt: skip
def test_a_draft_is_judged_again_by_the_rights_and_countries_of_now(
    flag: tuple[str, str], territory: str, said: str, rights: tuple, then: str, now: tuple, said_of_it: list[str]
) -> None:
    way, given, dossier = channel("letter"), {"country": said} if said else {}, replace(register("EU"), rights=rights)
    before, after = (matter(1, flag, url=SHOP, territory=where) for where in (territory, then))
    draft = compose(way, [before], dossier, brand="A", today=DAY, values=given, elsewhere="it ships there")
    kept = Basis.from_json(basis_of(way, draft).as_json())
    found = list(outdated(way, draft.ground, kept, [after], replace(dossier, rights=now), DAY))
    assert len(found) == len(said_of_it), found
    assert all(words in one for words, one in zip(said_of_it, found, strict=True)), found


def _gone(folder: Path, _: str) -> None:
    head = folder / "w" / "brands" / "aurelia" / "brand.toml"
    head.write_text(head.read_text("utf-8").replace('registration = "CN 12345678"', 'registration = "CN 99"'), "utf-8")


def _expired(folder: Path, _: str) -> None:
    head, day = folder / "w" / "brands" / "aurelia" / "brand.toml", datetime.now(UTC).date() - timedelta(days=3)
    head.write_text(head.read_text("utf-8").replace("2031-05-04", str(day)), "utf-8")


def _elsewhere(folder: Path, case: str) -> None:
    read_later(folder, case, "json_set(o.record, '$.territory', 'TR')", flagged=True)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_gone, "on which it relies, is in the dossier no more"),
        (_expired, "renew it or rely on another right"),
        (_elsewhere, "it was drafted with --set country=CN, and its page says TR now"),
    ],
)
def test_a_draft_of_before_is_not_filed(run, tmp_path: Path, change, said: str) -> None:  # noqa: F811
    case = confirm(run, "text_match")
    run("complaint", "draft", "third_party", case, "--set", "service=X", "--set", "country=CN", "--by", "t")
    assert "file it through third_party" in run("complaint", "due")[1]
    change(tmp_path, case)
    told = run("complaint", "due")[1]
    assert (said in told, "do not file it" in told, "file it through" in told) == (True, True, False), told
    assert "where it was filed already: monitor complaint submit 1 --on DAY --although" in told
    submit = ("complaint", "submit", 1, "--reference", "R", "--by", "t", "--looked", "as it was")
    code, told = run(*submit)
    assert (code, said in told, "draft it anew: monitor complaint abandon 1" in told) == (2, True, True), told
    assert "complaint 1 through third_party: draft" in run("complaint", "show", 1)[1].lower()
    asked = "where it was filed already, say so with --on DAY --although"
    assert asked in told
    code, told = run(*submit[:-2], "--although", "sent by post on the day of the draft")
    assert (code, "Warning: it was filed although" in told, said in told) == (0, True, True), told
    shown = run("complaint", "show", 1)[1]
    assert "although it should not have been: sent by post on the day of the draft; " in shown
    assert (said in shown, "complaint 1 through third_party: submitted" in shown.lower()) == (True, True)
    assert run("complaint", "answer", 1, "withdrawn", "--by", "t")[0] == 0
