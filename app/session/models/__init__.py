"""Models: found, downloaded, kept, placed and loaded."""
