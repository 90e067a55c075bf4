"""Where the youths would work: the communes that a message names."""
