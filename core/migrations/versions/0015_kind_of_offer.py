"""The kind of an offer beside its words, so that large pools are counted by the database."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

BATCH = 5_000
IMPLIED = {
    "troisieme": "observation", "segpa": "observation", "prepa_metiers": "observation", "seconde": "observation",
    "cap": "pfmp", "bac_pro": "pfmp", "cs": "pfmp", "bma": "pfmp", "bts": "sts",
}  # fmt: skip


def upgrade() -> None:
    op.add_column("offers", sa.Column("kind", sa.Text(), nullable=True))
    op.create_index("ix_offers_of_coordinator", "offers", ["coordinator", "status", "filed_at"])
    offers = sa.table("offers", sa.column("id", sa.Integer), sa.column("draft", sa.Text), sa.column("kind", sa.Text))
    connection, last = op.get_bind(), 0
    while rows := connection.execute(
        sa.select(offers.c.id, offers.c.draft).where(offers.c.id > last).order_by(offers.c.id).limit(BATCH)
    ).all():
        last = rows[-1].id
        kinds = [{"key": id, "kind": kind} for id, draft in rows if (kind := _kind(draft))]
        if kinds:
            written = sa.update(offers).where(offers.c.id == sa.bindparam("key")).values(kind=sa.bindparam("kind"))
            connection.execute(written, kinds)


def _kind(draft: str) -> str | None:
    try:
        said = json.loads(draft)
        implied = {IMPLIED.get(level) for level in said.get("levels") or ()}
        return said.get("kind") or (implied.pop() if len(implied) == 1 else None)
    except (ValueError, AttributeError, TypeError):  # a damaged row stays as it is: it is told when it is read
        return None


def downgrade() -> None:
    op.drop_index("ix_offers_of_coordinator", "offers")
    op.drop_column("offers", "kind")
