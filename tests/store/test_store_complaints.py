"""A complaint's way from its draft to a corrected end is the same on both databases."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from monitor.cases import Status
from monitor.errors import ConfigurationError
from monitor.store import Store
from monitor.store.complaint_deadlines import WE, Task
from monitor.store.complaint_drafts import Lot
from monitor.store.complaints import Complaints
from tests.store.store_world import Probe, flagged, inspector, looked

TODAY = date(2999, 1, 2)
SUE = Task(who=WE, what="sue", due_on=date(2999, 1, 16))

AT_ONCE = """
import sys
from datetime import date
from monitor.errors import ConfigurationError
from monitor.store.complaint_deadlines import WE, Task
from monitor.store.complaint_drafts import Lot
from monitor.store.complaints import Complaints

url, who = sys.argv[1:]
day = date(2999, 1, 2)
task = Task(who=WE, what="answer", due_on=day, met_by_reply=True)
with Complaints(url) as complaints:
    def together():
        print("ready", flush=True)
        sys.stdin.readline()

    def attempt(what):
        try:
            what()
        except ConfigurationError as told:
            return str(told)
        return "done"

    together()
    print(attempt(lambda: complaints.begin("d", "aurelia", [Lot("trademark", (2,), who)])))
    print(attempt(lambda: complaints.submit(1, who, day, day, who, seen=1)))
    for number in range(5):
        while True:
            seen = len(complaints.get(1).steps)
            said = attempt(lambda: complaints.answer(1, "question", f"{who}-{number}", day, task, who, seen=seen))
            if said == "done":
                break
            assert "somebody changed it since" in said, said
    together()
    print(attempt(lambda: complaints.answer(1, "upheld" if who == "me" else "rejected", who, day, None, who)))
"""


def test_two_people_work_on_one_complaint_at_once(url: str) -> None:
    """Two processes: all words are kept, once, and of two that exclude each other the second is told by whom."""
    judge = inspector(detectors=[Probe])
    with Store(url) as store, Complaints(url) as complaints:
        store.write(looked(judge, *(flagged("a 40", str(number)) for number in (1, 2))), judge)
        store.decide([1, 2], Status.CONFIRMED, "me", "seen")
        (one,) = complaints.begin("c", "aurelia", [Lot("trademark", (1,), "p-1")])
        complaints.finish([(one, "d" * 64, "drafted")], "me")
        both = {
            who: subprocess.Popen([sys.executable, "-c", AT_ONCE, url, who], stdin=subprocess.PIPE,
                                  stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])
            for who in ("me", "you")
        }  # fmt: skip
        said: dict[str, list[str]] = {"me": [], "you": []}
        for _ in range(2):
            for who, process in both.items():
                assert process.stdout is not None
                while (line := process.stdout.readline().strip()) != "ready":
                    said[who].append(line)
            for process in both.values():
                assert process.stdin is not None
                process.stdin.write("go\n")
                process.stdin.flush()
        for who, process in both.items():
            said[who] += process.communicate(timeout=300)[0].splitlines()
        begun, submitted, ended = zip(said["me"], said["you"], strict=True)
        found = complaints.get(one)
        for pair, told in (
            (begun, "through d is open"),
            (submitted, "only a draft one can be submitted; the last step is"),
            (ended, f"the last step is {found.status}, by {found.steps[-1].by} on"),
        ):
            assert [told in one for one in pair if one != "done"] == [True], pair
        words = [step.text.split(";")[0] for step in found.steps if step.kind == "question"]
        assert sorted(words) == sorted(f"{who}-{number}" for who in ("me", "you") for number in range(5))
        assert [step.kind for step in found.steps[:2]] == ["draft", "submitted"]
        assert len(complaints.find(channel="d")) == 1


def test_from_draft_to_a_corrected_end(url: str) -> None:
    judge = inspector(detectors=[Probe])
    with Store(url) as store, Complaints(url) as complaints:
        store.write(looked(judge, *(flagged("a 40", str(number)) for number in (1, 2, 3))), judge)
        store.decide([1, 2, 3], Status.CONFIRMED, "me", "seen")
        warned = ("look whether 「AURELIA」 covers it", "its listing is gone")
        lots = [Lot("trademark", (1, 2), "p-1", warnings=warned), Lot("trademark", (3,), "p-2")]
        one, two = complaints.begin("c", "aurelia", lots)
        assert [complaints.get(number).warnings for number in (one, two)] == [warned, ()]
        complaints.drop([two])
        complaints.finish([(one, "d" * 64, "drafted")], "me")
        with pytest.raises(ConfigurationError, match=f"complaint {one} through c is open"):
            complaints.begin("c", "aurelia", [Lot("trademark", (1,), "p-3")])
        complaints.submit(one, "R", TODAY, date(2999, 1, 9), "me")
        assert complaints.answer(one, "counter_notice", "genuine", TODAY, SUE, "me", source="a" * 64)
        assert not complaints.answer(one, "counter_notice", "genuine", TODAY, SUE, "me", source="a" * 64)
        complaints.reply(one, "sent", date(2999, 1, 10), "me")
        complaints.answer(one, "upheld", "removed", TODAY, None, "me", cases=[1])
        complaints.answer(one, "rejected", "no", TODAY, None, "me")
        found = complaints.get(one)
        assert (found.status, dict(found.results)) == ("partly_upheld", {1: "upheld", 2: "rejected"})
        assert [(task.what, task.due_on) for task in found.open_deadlines] == [("sue", SUE.due_on)]
        complaints.done(one, found.open_deadlines[0].id, "1 O 23/26", "me")
        complaints.correct(one, "upheld", "of another", TODAY, TODAY, "you", cases=[2])
        assert [(found.id, found.due_on) for found in complaints.find("upheld")] == [(one, None)]
        assert complaints.relisted() == frozenset()
        assert [store.case(key).case.status for key in (1, 2)] == ["upheld", "upheld"]
        assert [event.after for event in store.case(2).events[-2:]] == ["rejected", "upheld"]
