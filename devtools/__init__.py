"""What dev.py does, in small modules. Standard library only: it runs before anything is installed."""
