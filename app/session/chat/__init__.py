"""The conversation on the screen: its answers, settings, list and search."""
