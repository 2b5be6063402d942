"""Where a model goes: which memory it takes on which device, and how fast it will be. Pure."""
