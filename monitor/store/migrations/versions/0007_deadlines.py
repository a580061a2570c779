"""Several deadlines a complaint, a result for each of its cases, and rows of answers that count once."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

import sqlalchemy as sa
from alembic import op

from monitor.store.schema import Key, Moment

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ASKED = {"question": "answer the question", "evidence_request": "send the evidence that was asked for",
         "counter_notice": "answer the counter-notice"}  # fmt: skip
SUE = "complain to an authority or sue, and tell the platform (E-commerce Law, article 43)"
IN_CHINA = ("alibaba_ipp", "jd", "pinduoduo")
DUE = re.compile(r"reply due on ([0-9]{4}-[0-9]{2}-[0-9]{2})")
ENDS = ("upheld", "rejected", "withdrawn")
DAY = sa.column("due_on", sa.Date())
complaint = sa.table("complaint", *map(sa.column, ("id", "channel", "status")), DAY)
case = sa.table("complaint_case", *map(sa.column, ("complaint_id", "result")))
event = sa.table("complaint_event", *map(sa.column, ("id", "complaint_id", "kind", "text")))
deadline = sa.table(
    "complaint_deadline",
    *map(sa.column, ("complaint_id", "who", "what")),
    sa.column("due_on", sa.Date()),
    sa.column("met_by_reply", sa.Boolean()),
    *map(sa.column, ("done_by", "how")),
)


def upgrade() -> None:
    """Forward. What earlier steps asked of us and a later one had put out of sight is due again."""
    op.create_table(
        "complaint_deadline",
        sa.Column("id", Key, autoincrement=True, nullable=False),
        sa.Column("complaint_id", Key, nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("met_by_reply", sa.Boolean(), nullable=False),
        sa.Column("done_at", Moment(), nullable=True),
        sa.Column("done_by", sa.Text(), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["complaint_id"], ["complaint.id"], name=op.f("fk_complaint_deadline_complaint_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint_deadline")),
    )
    op.create_index(op.f("ix_complaint_deadline_complaint_id"), "complaint_deadline", ["complaint_id"], unique=False)
    op.add_column("complaint_case", sa.Column("result", sa.Text(), nullable=False, server_default=""))
    op.add_column("complaint_event", sa.Column("source", sa.String(length=64), nullable=True))
    connection = op.get_bind()
    for row in connection.execute(sa.select(complaint)).all():
        if row.status in ENDS:
            connection.execute(case.update().where(case.c.complaint_id == row.id).values(result=row.status))
        steps = sa.select(event.c.kind, event.c.text).where(event.c.complaint_id == row.id).order_by(event.c.id)
        ours = _ours(row.channel, connection.execute(steps).all()) if row.status == "submitted" else []
        for what, due_on in ours:
            values = {"who": "we", "what": what, "due_on": due_on, "met_by_reply": what != SUE}
            connection.execute(deadline.insert().values(complaint_id=row.id, **values, done_by="", how=""))
        if row.status == "submitted" and row.due_on is not None and row.due_on not in {day for _, day in ours}:
            values = {"who": "channel", "what": "decide", "due_on": row.due_on, "met_by_reply": False}
            connection.execute(deadline.insert().values(complaint_id=row.id, **values, done_by="", how=""))
    op.drop_column("complaint", "due_on")


def _ours(channel: str, steps: Iterable[Any]) -> list[tuple[str, date]]:
    """What the steps leave for us to do, and by when: a reply does all but to sue."""
    found: list[tuple[str, date]] = []
    for step in steps:
        if step.kind == "reply":
            found = [one for one in found if one[0] == SUE]
        elif step.kind in ASKED and (said := DUE.findall(step.text)):
            sue = step.kind == "counter_notice" and channel in IN_CHINA
            found.append((SUE if sue else ASKED[step.kind], date.fromisoformat(said[-1])))
    return found


def downgrade() -> None:
    """Back, to the first day that is still open."""
    op.add_column("complaint", sa.Column("due_on", sa.Date(), nullable=True))
    op.execute(
        "UPDATE complaint SET due_on = (SELECT min(d.due_on) FROM complaint_deadline d "
        "WHERE d.complaint_id = complaint.id AND d.done_at IS NULL)"
    )
    op.drop_column("complaint_event", "source")
    op.drop_column("complaint_case", "result")
    op.drop_table("complaint_deadline")
