"""Words for people: the sentences of texts/, and days, offers, numbers put in them."""
