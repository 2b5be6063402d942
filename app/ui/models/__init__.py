"""Choosing the model: the picker in the top bar and its menu."""
