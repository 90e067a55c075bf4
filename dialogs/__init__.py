"""Hear people and answer them in words. No network here, and no decision about records."""
