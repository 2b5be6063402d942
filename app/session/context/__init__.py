"""What fills the model's window, and what makes room in it."""
