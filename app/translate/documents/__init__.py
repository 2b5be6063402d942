"""Documents for translation: what in a file is text, and the same file with other texts. No Qt."""
