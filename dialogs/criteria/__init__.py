"""Conditions that the law forbids, found by what is said about them."""
