"""Offers brought for an employer by a coordinator or a school."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "brought",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("sender_name", sa.Text(), nullable=True),
        sa.Column("sender_email", sa.Text(), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("references", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["thread_id"], ["threads.id"], name="fk_brought_thread_id_threads"),
        sa.ForeignKeyConstraint(["message_id"], ["inbox.id"], name="fk_brought_message_id_inbox"),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_brought_contact_id_contacts"),
        sa.PrimaryKeyConstraint("id", name="pk_brought"),
    )
    op.create_index("ix_brought_thread_id", "brought", ["thread_id"])


def downgrade() -> None:
    op.drop_table("brought")
