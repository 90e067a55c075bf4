"""What no person wrote: bounces, absences, receipts, tickets; told by parts and headers, then by tables of words."""
