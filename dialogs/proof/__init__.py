"""What was asked without proof of who asks: kept as a proposal, put to whoever may decide, settled by their word."""
