"""Measurements that are run by hand: `make bench-…` writes each into `docs/`."""
