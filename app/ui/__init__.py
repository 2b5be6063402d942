"""The window. The only ring that imports QtGui and QtWidgets."""
