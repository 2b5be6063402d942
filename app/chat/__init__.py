"""Conversations: the message tree, its encrypted store, search, export. No Qt."""
