"""Tables that are read in: imports, the origin of records; trade name and street of an employer."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("organisations", sa.Column("trade_name", sa.Text(), nullable=True))
    op.add_column("organisations", sa.Column("street", sa.Text(), nullable=True))
    op.create_index("ix_contacts_organisation_id", "contacts", ["organisation_id"])
    op.create_table(
        "imports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_imports"),
    )
    op.create_table(
        "origins",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("effect", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("like_id", sa.Integer(), nullable=True),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(["import_id"], ["imports.id"], name="fk_origins_import_id_imports"),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name="fk_origins_organisation_id_organisations"),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_origins_contact_id_contacts"),
        sa.PrimaryKeyConstraint("id", name="pk_origins"),
    )
    op.create_index("ix_origins_import_id", "origins", ["import_id"])
    op.create_index("ix_origins_organisation_id", "origins", ["organisation_id"])


def downgrade() -> None:
    op.drop_table("origins")
    op.drop_table("imports")
    op.drop_index("ix_contacts_organisation_id", "contacts")
    op.drop_column("organisations", "street")
    op.drop_column("organisations", "trade_name")
