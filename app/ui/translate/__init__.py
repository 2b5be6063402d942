"""The Translate page and the small window that comes up over other programs."""
