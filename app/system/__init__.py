"""The machine: folders, files, logs, hardware, child processes. Standard library, platformdirs, psutil. No Qt."""
