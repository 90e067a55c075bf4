"""What a person wrote: their own lines told from the quoted letter, the closing, the banner, the letter passed on."""
