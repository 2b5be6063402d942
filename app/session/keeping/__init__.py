"""The conversations' store: opened, copied, mended, exported, forgotten."""
