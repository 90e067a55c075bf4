"""Answers to letters are counted on the outbox, and so is how often a letter came back."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("outbox") as outbox:
        outbox.add_column(sa.Column("answers_to", sa.Text(), nullable=True))
        outbox.add_column(sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True))
        outbox.add_column(sa.Column("exchange", sa.Text(), nullable=True))
        outbox.add_column(sa.Column("returns", sa.Integer(), nullable=False, server_default="0"))
        outbox.create_index("ix_outbox_answers_to", ["answers_to"])


def downgrade() -> None:
    with op.batch_alter_table("outbox") as outbox:
        outbox.drop_index("ix_outbox_answers_to")
        for name in ("returns", "exchange", "answered_at", "answers_to"):
            outbox.drop_column(name)
