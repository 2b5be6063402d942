"""Reading GGUF files: strict, capped, from a disk or from byte ranges of a server. Pure."""
