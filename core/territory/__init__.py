"""Where things are and who is in charge: places, programmes by name, routing, working days."""
