"""Documents beside the message: chips above the text, in sent messages, their preview, dropping files."""
