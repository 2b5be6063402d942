"""Widgets that know nothing of Parley: no session, chat, engine or catalogue in their imports."""
