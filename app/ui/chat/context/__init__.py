"""What the model keeps in mind: how much of it is used, by what, and what to do when it is full."""
