"""The pool of offers: what is offered, filed, changed, found."""
