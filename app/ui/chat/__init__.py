"""The conversation: transcript, reasoning pane, composer, sidebar."""
