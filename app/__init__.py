"""Parley: private, offline chat and translation on a person's own computer."""

__version__ = "0.1.0"
APP_ID = "Parley"
