"""Documents that are added to a message."""
