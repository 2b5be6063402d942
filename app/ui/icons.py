"""Icons: one SVG each in ``resources/icons``, tinted from the theme when asked for."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.system.paths import resources

SCALES = (1, 2, 3)  # pixel ratios that are drawn sharp


@lru_cache(maxsize=256)
def icon(name: str, colour: str, size: int = 18) -> QIcon:
    """Return the icon ``name`` in one colour (``#rrggbb``). Raises OSError for an unknown name."""
    result = QIcon()
    for scale in SCALES:
        result.addPixmap(pixmap(name, colour, size, scale))
    return result


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int, scale: float = 1.0) -> QPixmap:
    """Return the icon as a pixmap for one device pixel ratio; the same one every time."""
    svg = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    drawn = QPixmap(QSize(round(size * scale), round(size * scale)))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(drawn.rect()))
    painter.end()
    drawn.setDevicePixelRatio(scale)
    return drawn
