"""One widget per kind of block of an answer. What they show is hostile: nothing is loaded, nothing is opened."""
