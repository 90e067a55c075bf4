"""What is due, what awaits somebody, and the digests that say so."""
