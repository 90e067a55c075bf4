"""The talk with an employer: state, facts and what was heard in, the next state, deeds and words out. Pure."""
