"""Who writes and whom to call: firms, persons, phones and hours, from text, signature and header."""
