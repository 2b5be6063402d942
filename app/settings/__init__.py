"""The person's settings: one typed schema, stored atomically. No Qt."""
