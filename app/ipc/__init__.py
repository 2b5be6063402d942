"""What the window and its workers say to one another, and how it travels. No Qt."""
