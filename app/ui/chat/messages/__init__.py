"""What one message shows and what can be done with it."""
