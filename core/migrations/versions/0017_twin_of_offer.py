"""Which offer another one looks like."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("offers", sa.Column("twin", sa.Text(), nullable=True))
    op.create_index("ix_offers_of_start", "offers", ["starts_on", "filed_at"])


def downgrade() -> None:
    op.drop_index("ix_offers_of_start", "offers")
    op.drop_column("offers", "twin")
