"""The way out: a parcel as a letter, signed and sealed, to the relay at the pace of its reader's provider."""
