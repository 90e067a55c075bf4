"""Who we talk with: contacts, their addresses, the organisations they speak for."""
