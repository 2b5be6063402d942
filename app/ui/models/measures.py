"""Sizes, speeds and times of models in a person's words and locale."""

from __future__ import annotations

from datetime import UTC, date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

translate = QCoreApplication.translate
SIZE = QLocale.DataSizeFormat
KIBI = 1024


def file_size(count: int) -> str:
    """Return "5.0 GB" in powers of 1000, as hubs and disks count."""
    digits = 1 if count < 100_000_000_000 else 0
    return QLocale().formattedDataSize(max(0, count), digits, SIZE.DataSizeSIFormat)


def memory_size(count: int) -> str:
    """Return "8.0 GB" in powers of 1024, as makers of memory and graphics cards count."""
    return QLocale().formattedDataSize(max(0, count), 1, SIZE.DataSizeTraditionalFormat)


def gibibytes(count: int) -> str:
    """Return "4.7" of a number that stands in a row of others; the last one says "GB"."""
    if count < 0.05 * KIBI**3:
        return translate("Models", "< {number}").format(number=QLocale().toString(0.1, "f", 1))
    return QLocale().toString(count / KIBI**3, "f", 1)


def context_size(tokens: int) -> str:
    """Return "16k" for 16,384 and "40,961" for what is no multiple of 1,024."""
    if tokens >= KIBI and tokens % KIBI == 0:
        return translate("Models", "{number}k").format(number=QLocale().toString(tokens // KIBI))
    return QLocale().toString(tokens)


def speed(tokens_per_second: float) -> str:
    """Return "~ 62 tokens/s", "" for an unknown one."""
    number = speed_number(tokens_per_second)
    return translate("Models", "{number} tokens/s").format(number=number) if number else ""


def speed_number(tokens_per_second: float) -> str:
    """Return "~ 62" for where the unit stands elsewhere."""
    if tokens_per_second <= 0:
        return ""
    digits = 1 if tokens_per_second < 9.95 else 0
    return translate("Models", "~ {number}").format(number=QLocale().toString(tokens_per_second, "f", digits))


def rate(bytes_per_second: float) -> str:
    """Return "12.4 MB/s"."""
    return translate("Models", "{size}/s").format(size=file_size(round(bytes_per_second)))


def time_left(seconds: float) -> str:
    """Return "4 min left"; rounded more the longer it takes, so that it does not jump."""
    whole = max(1, round(seconds))
    if whole < 60:
        return translate("Models", "{number} s left").format(number=QLocale().toString(whole))
    if whole < 3600:
        return translate("Models", "{number} min left").format(number=QLocale().toString(round(whole / 60)))
    hours, minutes = divmod(round(whole / 60), 60)
    return translate("Models", "{hours} h {minutes} min left").format(
        hours=QLocale().toString(hours), minutes=QLocale().toString(minutes)
    )


def percent(done: int, total: int) -> str:
    """Return "42 %", never 100 before the end."""
    share = 0 if total <= 0 else min(100, done * 100 // total)
    return translate("Models", "{number} %").format(number=QLocale().toString(share))


def last_used(when: datetime | None, now: datetime | None = None) -> str:
    """Return "used yesterday" and the like."""
    if when is None:
        return translate("Models", "never used")
    locale, day = QLocale(), when.astimezone().date()
    days = ((now or datetime.now(UTC)).astimezone().date() - day).days
    if days <= 0:
        return translate("Models", "used today")
    if days == 1:
        return translate("Models", "used yesterday")
    if days < 7:
        return translate("Models", "used on {day}").format(day=locale.standaloneDayName(day.isoweekday()))
    return translate("Models", "used on {day}").format(day=short_date(day))


def count(number: int) -> str:
    """Return "1.2M" for counts of downloads, where the exact number says nothing."""
    locale = QLocale()
    if number >= 1_000_000:
        return translate("Models", "{number}M").format(number=locale.toString(number / 1_000_000, "f", 1))
    if number >= 10_000:
        return translate("Models", "{number}k").format(number=locale.toString(number // 1000))
    return locale.toString(number)


def short_date(day: date) -> str:
    """Return a date as the person's locale writes it in short."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)
