"""What schools and employers keep in tables: read, compared with what is known, kept with where it came from."""
