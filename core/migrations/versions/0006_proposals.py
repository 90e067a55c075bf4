"""Proposals: what a letter asked of an offer without proof; and a thread that a colleague's letter was about."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "proposals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("offer_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("wish", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=True),
        sa.Column("thread_id", sa.Integer(), nullable=True),
        sa.Column("matter_id", sa.Integer(), nullable=True),
        sa.Column("asked", sa.Boolean(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("agreed", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(["offer_id"], ["offers.id"], name=op.f("fk_proposals_offer_id_offers")),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("fk_proposals_contact_id_contacts")),
        sa.ForeignKeyConstraint(["by_id"], ["contacts.id"], name=op.f("fk_proposals_by_id_contacts")),
        sa.ForeignKeyConstraint(["message_id"], ["inbox.id"], name=op.f("fk_proposals_message_id_inbox")),
        sa.ForeignKeyConstraint(["thread_id"], ["threads.id"], name=op.f("fk_proposals_thread_id_threads")),
        sa.ForeignKeyConstraint(["matter_id"], ["matters.id"], name=op.f("fk_proposals_matter_id_matters")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposals")),
    )
    for column in ("offer_id", "contact_id", "by_id", "thread_id"):
        op.create_index(op.f(f"ix_proposals_{column}"), "proposals", [column])
    with op.batch_alter_table("threads") as threads:
        threads.add_column(sa.Column("about_id", sa.Integer(), nullable=True))
        threads.create_foreign_key(op.f("fk_threads_about_id_threads"), "threads", ["about_id"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("threads") as threads:
        threads.drop_constraint(op.f("fk_threads_about_id_threads"), type_="foreignkey")
        threads.drop_column("about_id")
    op.drop_table("proposals")
