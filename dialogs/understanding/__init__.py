"""Free text in, what it says out (the `guichet understand` contract). Pure: no clock, no database, no network."""
