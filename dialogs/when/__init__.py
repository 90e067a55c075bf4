"""When: what a message says of dates, durations and open dates, by a grammar of our own."""
