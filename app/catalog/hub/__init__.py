"""The two hubs: what they offer, in one shape. Runs in the net worker only."""
