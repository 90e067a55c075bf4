"""The door: commands, wiring and clock. Knows everybody, known by nobody."""
