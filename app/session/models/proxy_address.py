"""A proxy's address and the password that a person may have typed into it. No Qt."""

from __future__ import annotations

import re

# As typed, not as a browser would have it: a password may have any sign, also "@", "/" and ":".
_PERSON = r"(?P<before>(?>(?:[A-Za-z][A-Za-z0-9+.-]*://)?)[^/@:]*)"
_WITH_PASSWORD = re.compile(_PERSON + r":(?P<password>.*)(?P<host>@[^@]*)", re.DOTALL)
_WITH_PERSON = re.compile(_PERSON + r"(?P<host>@[^@]*)")


def without_password(address: str) -> tuple[str, str]:
    """Return the address without its password, and the password, "" where there is none."""
    found = _WITH_PASSWORD.fullmatch(address)
    return (found["before"] + found["host"], found["password"]) if found else (address, "")


def with_password(address: str, password: str) -> str:
    """Return the address with a password, where it names a person to go with it and has none."""
    found = _WITH_PERSON.fullmatch(address)
    return f"{found['before']}:{password}{found['host']}" if found and password else address
