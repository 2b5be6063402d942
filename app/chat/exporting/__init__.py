"""Conversations into files: Markdown, our JSON, and HTML that loads nothing and runs nothing. No Qt."""
