"""The column of messages that scrolls."""
