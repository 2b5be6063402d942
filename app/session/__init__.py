"""Observable state between the window and the workers. QtCore only."""
