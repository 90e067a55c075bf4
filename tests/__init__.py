"""The tests; a package of its own, so that a `tests` which some library has installed never stands before it."""
