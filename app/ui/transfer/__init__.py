"""Taking conversations out of Parley, into it, and back from a copy."""
