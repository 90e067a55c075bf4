"""Remember and decide, wordless: people, offers, post, territory, agenda."""
