"""When something was said, in as few words as will do."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QDate, QDateTime, QLocale

DAYS_WITH_NAMES = 6


def short_date(seconds: float, locale: QLocale) -> str:
    """Return the time for today, the day's name for this week, else the date. ``seconds`` are UTC since the epoch."""
    at, now = datetime.fromtimestamp(seconds).astimezone(), datetime.now().astimezone()
    if at.date() >= now.date():
        return locale.toString(QDateTime.fromSecsSinceEpoch(int(seconds)).time(), QLocale.FormatType.ShortFormat)
    day = QDate(at.year, at.month, at.day)
    if at.date() > now.date() - timedelta(days=DAYS_WITH_NAMES + 1):
        return locale.dayName(day.dayOfWeek(), QLocale.FormatType.LongFormat)
    return locale.toString(day, QLocale.FormatType.ShortFormat)
