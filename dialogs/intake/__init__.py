"""The cells of tables, read as people write them."""
