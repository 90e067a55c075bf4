"""The tests, one folder a floor; a package, so that no library that brings a `tests` of its own hides them."""
