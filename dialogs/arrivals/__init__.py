"""What comes in and is no plain talk: robots, returned letters, words typed into ours, letters without words."""
