"""The panel beside a conversation: how it is answered."""
