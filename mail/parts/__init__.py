"""What a letter is made of: parts, headers, charsets, HTML, envelopes within envelopes; read within bounds, never believed."""
