"""The tables come from migrations alone, once, whoever comes first."""

from datetime import date

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from monitor.errors import WorkFailedError
from monitor.store import CaseFilter, Store
from monitor.store.complaints import Complaints
from monitor.store.migrate import FOLDER, NEWEST
from monitor.store.schema import Moment, metadata
from tests.forked import Forked
from tests.store.processes import count
from tests.store.store_world import START, Probe, flagged, inspector, looked, seen


def test_the_newest_revision_is_named() -> None:
    assert ScriptDirectory(str(FOLDER)).get_heads() == [NEWEST]


def test_migrations_make_the_tables_of_the_schema(empty_url: str) -> None:
    Store(empty_url).close()
    engine = sa.create_engine(empty_url)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        indexes = {name for table in metadata.tables.values() for name in (index.name for index in table.indexes)}
        there = {index["name"] for name in metadata.tables for index in sa.inspect(connection).get_indexes(name)}
        assert indexes <= there
    engine.dispose()


def test_opening_again_changes_nothing(url: str) -> None:
    judge = inspector()
    with Store(url) as store:
        store.write(looked(judge, seen(seller="rogue")), judge)
    for _ in range(2):
        with Store(url) as store:
            assert store.count_observations() == 1
            assert store.count_cases(CaseFilter()) == 1


def test_back_to_nothing_and_forward_again(url: str) -> None:
    Store(url).close()
    engine = sa.create_engine(url)
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    with engine.connect() as connection:
        assert set(sa.inspect(connection).get_table_names()) <= {"alembic_version", "sqlite_sequence"}
    engine.dispose()
    with Store(url) as store:
        assert store.count_observations() == 0


def _step(connection: sa.Connection, number: int, kind: str, text: str = "") -> None:
    connection.execute(
        sa.text("INSERT INTO complaint_event (complaint_id, at, by, kind, text) VALUES (:n, :at, 'me', :kind, :text)")
        .bindparams(sa.bindparam("at", type_=Moment)),
        {"n": number, "at": START, "kind": kind, "text": text},
    )  # fmt: skip


def test_deadlines_that_were_put_out_of_sight_are_due_again(url: str) -> None:
    """Version 6 kept one day a complaint: what was asked of us before the last step was forgotten."""
    judge = inspector()
    with Store(url) as store:
        store.write(looked(judge, seen(seller="rogue")), judge)
    engine = sa.create_engine(url)
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0006")
        for number, channel, status in ((1, "alibaba_ipp", "submitted"), (2, "etsy", "rejected"), (3, "etsy", "draft")):
            connection.execute(
                sa.text(
                    "INSERT INTO complaint (id, channel, brand, status, ground, package, digest, reference, drafted_at,"
                    " due_on) VALUES (:n, :channel, 'b', :status, 'trademark', 'p', 'd', 'R', :at, :due)"
                ).bindparams(sa.bindparam("at", type_=Moment), sa.bindparam("due", type_=sa.Date)),
                {"n": number, "channel": channel, "status": status, "at": START,
                 "due": date(2026, 12, 9) if status == "submitted" else None},
            )  # fmt: skip
            connection.execute(
                sa.text("INSERT INTO complaint_case (complaint_id, case_id) VALUES (:n, 1)"), {"n": number}
            )
        _step(connection, 1, "counter_notice", "genuine; reply due on 2026-12-13")
        _step(connection, 1, "question", "more?; reply due on 2026-12-04")
        _step(connection, 1, "reply", "sent; answer due on 2026-12-09")
        _step(connection, 1, "evidence_request", "invoice?; reply due on 2026-12-10")
    engine.dispose()
    with Complaints(url) as complaints:
        one, two, three = (complaints.get(number) for number in (1, 2, 3))
    sue = "complain to an authority or sue, and tell the platform (E-commerce Law, article 43)"
    assert [(task.who, task.what, task.due_on.day, task.met_by_reply) for task in one.open_deadlines] == [
        ("channel", "decide", 9, False), ("we", "send the evidence that was asked for", 10, True), ("we", sue, 13, False)
    ]  # fmt: skip
    assert (dict(one.results), dict(two.results), dict(three.results)) == ({1: ""}, {1: "rejected"}, {1: ""})
    assert two.deadlines == three.deadlines == ()
    assert len(one.steps) == 4, "nothing is lost"


def test_what_a_step_said_of_a_wrong_filing_is_kept_in_its_column(url: str) -> None:
    """Version 13 had it in the words of the step alone."""
    Store(url).close()
    engine = sa.create_engine(url)
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    text = "filed on 2026-11-02, reference R; although it should not have been: 100 % by mistake"
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0013")
        for number, kind, said in ((1, "submitted", text), (2, "submitted", "filed"), (3, "draft", text)):
            connection.execute(
                sa.text(
                    "INSERT INTO complaint (id, channel, brand, status, ground, package, digest, reference, drafted_at)"
                    " VALUES (:n, 'etsy', 'b', 'submitted', 'trademark', 'p', 'd', 'R', :at)"
                ).bindparams(sa.bindparam("at", type_=Moment)),
                {"n": number, "at": START},
            )
            _step(connection, number, kind, said)
    engine.dispose()
    with Complaints(url) as complaints:
        assert complaints.wrongly_filed() == {1: "100 % by mistake"}
        assert complaints.get(1).steps[0].text == text


def test_what_a_correction_took_back_is_kept_in_its_column(url: str) -> None:
    """Version 16 had it in the words of the step alone."""
    judge = inspector(detectors=[Probe])
    with Store(url) as store:
        store.write(looked(judge, *(flagged("a 40", str(number)) for number in (1, 2))), judge)
    steps = {
        1: ("upheld → withdrawn: it was ours", "withdrawn"),
        2: ("upheld, rejected → withdrawn (case 2): x (case 1): upheld → withdrawn", "withdrawn"),
        3: ("settled → withdrawn: he was right", "upheld"),  # and corrected again
        4: ("rejected → withdrawn: upheld → withdrawn", "withdrawn"),
        5: ("upheld → rejected: settled → withdrawn", "withdrawn"),
    }
    engine = sa.create_engine(url)
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0016")
        for number, (said, result) in steps.items():
            connection.execute(
                sa.text(
                    "INSERT INTO complaint (id, channel, brand, status, ground, package, digest, reference, drafted_at)"
                    " VALUES (:n, 'etsy', 'b', 'withdrawn', 'trademark', 'p', 'd', 'R', :at)"
                ).bindparams(sa.bindparam("at", type_=Moment)),
                {"n": number, "at": START},
            )
            for case in (1, 2):
                connection.execute(
                    sa.text("INSERT INTO complaint_case (complaint_id, case_id, result) VALUES (:n, :case, :result)"),
                    {"n": number, "case": case, "result": result},
                )
            _step(connection, number, "correction", said)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        found = connection.execute(
            sa.text("SELECT complaint_id, case_id FROM complaint_case WHERE undone ORDER BY 1, 2")
        )
        assert [tuple(row) for row in found] == [(1, 1), (1, 2), (2, 2)]
    engine.dispose()
    with Complaints(url) as complaints:
        assert complaints.undone() == {1, 2}
        assert complaints.get(1).steps[0].text == steps[1][0]


def test_a_newer_database_is_left_alone(url: str) -> None:
    Store(url).close()
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(WorkFailedError, match=r"newer monitor \(version 9999, this one knows \d+\); update"):
        Store(url)


def test_many_may_be_the_first(empty_url: str) -> None:
    """Processes that open a database at the same moment, while it has no tables: one makes them, all go on."""
    openers = [Forked(count, empty_url) for _ in range(6)]
    said = [opener.communicate(timeout=300)[0] for opener in openers]
    assert said == ["0\n"] * len(openers)
