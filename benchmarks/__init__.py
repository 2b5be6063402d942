"""Speed, memory and start-up, always as a ratio against a peer in the same run. ``python3 dev.py bench [NAME …]``.

The machines are noisy: ours and theirs take turns, and medians of the per-round ratios are what is said.
"""
