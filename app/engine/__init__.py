"""The engine worker: owns llama.cpp, has no network. No Qt; only ``llama.py`` imports llama_cpp."""
