"""A coordinator's day: the digest, its entries, the orders that answer it, and what is done by the clock."""
