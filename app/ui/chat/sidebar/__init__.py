"""The list of conversations and folders."""
