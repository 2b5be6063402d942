"""Translations of whole documents."""
