"""A key combination that works over every program, where the system gives one: X11, portal, Windows, macOS."""
