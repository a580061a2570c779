"""A service's file of answers ends that service's complaints alone, and says each thing once."""

from pathlib import Path

import pytest

from monitor.complaints.third_party import read_answers
from monitor.errors import ConfigurationError
from tests.complaints.test_complaint_command import HERE, LOOKED, judged, run  # noqa: F401


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("complaint,answer,answer,text\n1,upheld,rejected,x\n", "'answer' stands 2 times"),
        ("complaint,complaint,answer\n1,2,upheld\n", "'complaint' stands 2 times"),
        ("complaint,answer,case,case_id\n1,upheld,1,2\n", "'case' stands beside 'case_id'"),
        ('[{"complaint": 1, "answer": "upheld", "answer": "rejected"}]', "'answer' stands 2 times"),
        ('{"complaint": 1, "answer": "upheld", "case": 1, "case_id": 2}', "'case' stands beside 'case_id'"),
        ("complaint,answer,text\n1,upheld,x\n", ""),
        ('[{"complaint": 1, "answer": "upheld"}, {"complaint": 2, "answer": "upheld"}]', ""),
    ],
)
def test_what_stands_twice_is_refused(content: str, said: str) -> None:
    if said:
        with pytest.raises(ConfigurationError, match=f"f: .*{said}"):
            list(read_answers(content.encode(), "f"))
        return
    assert {one.answer for one in read_answers(content.encode(), "f")} == {"upheld"}


def test_a_file_ends_complaints_of_its_service_alone(run, tmp_path: Path) -> None:  # noqa: F811
    """1 went to Alpha, 2 is a letter, 3 went to Beta."""
    one, two = run("cases", "list", "--flag", "text_match")[1].split("\n")[1:3]
    one, two = one.split()[0], two.split()[0]
    for case in (one, two):
        run("cases", "decide", case, "confirmed", "--why", "w", "--by", "t")
    for number, channel, case, given in (
        (1, "third_party", one, ("--set", "service=Alpha")), (2, "letter", one, ()), (3, "third_party", two, ("--set", "service=Beta"))
    ):  # fmt: skip
        assert run("complaint", "draft", channel, case, *given, *HERE, "--by", "t")[0] == 0
        assert run("complaint", "submit", number, "--reference", "R", *LOOKED, "--by", "t")[0] == 0
    file = tmp_path / "answers.csv"
    for rows, service, said in (
        ("1,upheld\n2,withdrawn\n", ("--service", "Alpha"), "complaint 2 went to no service; what letter says"),
        ("1,upheld\n", (), "went to Alpha, Beta; say with --service"),
        ("1,upheld\n3,upheld\n", ("--service", "alpha"), "complaint 3 did not go to alpha but to Beta"),
        ("1,upheld\n", ("--service", "Gamma"), "complaint 1 did not go to Gamma but to Alpha"),
    ):
        file.write_text(f"complaint,answer\n{rows}", "utf-8")
        code, told = run("complaint", "answer", "--import", file, *service, "--by", "t")
        assert (code, said in told, "nothing was taken" in told) == (2, True, True), told
        assert run("complaint", "list", "--status", "submitted")[1].count(" submitted ") == 3
    file.write_text("complaint,answer\n1,rejected\n99,upheld\n", "utf-8")
    code, told = run("complaint", "answer", "--import", file, "--service", "ALPHA", "--by", "t")
    assert (code, "Complaint 1: rejected." in told, "no complaint 99" in told) == (1, True, True), told
    assert run("complaint", "answer", 3, "upheld", "--service", "Beta", "--by", "t")[0] == 2
