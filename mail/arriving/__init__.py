"""The ways in: a mailbox by IMAP, a site's own Postfix by LMTP; nothing is acknowledged before it is kept."""
