"""The screenshots: ``python3 dev.py shots`` runs the real program through its states and photographs it.

Light and dark, at 100 % and 200 %: everything goes to ``build/shots``; the README's pictures are renewed in ``docs``.
"""
