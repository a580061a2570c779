"""A complaint's way from its draft to a corrected end is the same on both databases."""

from datetime import date

import pytest

from monitor.cases import Status
from monitor.errors import ConfigurationError
from monitor.store import Store
from monitor.store.complaint_deadlines import WE, Task
from monitor.store.complaints import Complaints
from tests.store.store_world import Probe, flagged, inspector, looked

TODAY = date(2999, 1, 2)
SUE = Task(who=WE, what="sue", due_on=date(2999, 1, 16))


def test_from_draft_to_a_corrected_end(url: str) -> None:
    judge = inspector(detectors=[Probe])
    with Store(url) as store, Complaints(url) as complaints:
        store.write(looked(judge, *(flagged("a 40", str(number)) for number in (1, 2, 3))), judge)
        store.decide([1, 2, 3], Status.CONFIRMED, "me", "seen")
        one, two = complaints.begin("c", "aurelia", [("trademark", (1, 2), "p-1"), ("trademark", (3,), "p-2")])
        complaints.drop([two])
        complaints.finish([(one, "d" * 64, "drafted")], "me")
        with pytest.raises(ConfigurationError, match=f"complaint {one} through c is open"):
            complaints.begin("c", "aurelia", [("trademark", (1,), "p-3")])
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
