"""The e-mail channel: letters to and from Inbound and Parcel. It decides nothing and speaks no sentence."""
