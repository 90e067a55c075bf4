"""What leaves: answers, letters, notices, to whom and by which channel; and who is proved to have written."""
