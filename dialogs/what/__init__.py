"""What is offered: programmes, levels, trades, seats, and the several offers of one message."""
