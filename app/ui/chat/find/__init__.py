"""Find in the conversation: searched in its text, lit in its widgets."""
