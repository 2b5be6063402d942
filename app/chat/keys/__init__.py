"""The key of the conversations: made at random, kept wrapped, never written down in clear. No Qt."""
