"""The Telegram channel: bytes of the Bot API to and from Inbound and Parcel. It decides nothing and speaks no sentence."""
