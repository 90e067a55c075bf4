"""What comes in and what goes out, kept until it is dealt with."""
