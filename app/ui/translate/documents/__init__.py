"""Documents on the Translate page: the queue, and one of them side by side with its translation."""
