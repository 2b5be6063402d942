"""Translations of text that a person types or pastes."""
