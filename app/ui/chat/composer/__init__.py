"""Where the person writes: text, thinking controls, what waits to be sent."""
