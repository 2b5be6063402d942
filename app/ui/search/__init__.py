"""Searching everything that was said."""
