"""HTML's parser of Python 3.11, without what it gives up on and what it takes for ever for."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from typing_extensions import override

_MARKS = re.compile(r"<(?P<end>/?)script\b|<!--", re.IGNORECASE)


class PageParser(HTMLParser):
    """Reads any page to its end."""

    @override
    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Take "<![…" for the comment that browsers take it for; Python 3.11 gives up on most of them."""
        return self.parse_bogus_comment(i, report)

    def read(self, source: str) -> int:
        """Read a whole page up to its last tag, and return where that ends."""
        end = _end_of_tags(source)
        self.feed(source[:end])
        self.close()
        return end


def _end_of_tags(source: str) -> int:
    """Return where a page's last tag ends. Python's parser looks for the end of each of what then only begins."""
    return min(source.rfind(">") + 1, _open_comment(source))


def _open_comment(source: str) -> int:
    """Return where a comment begins that has no end; in a script nothing begins one."""
    closed, scripted = source.rfind("-->") + 1, False
    for mark in _MARKS.finditer(source):
        if mark["end"] is not None:
            scripted = not mark["end"]
        elif not scripted and mark.start() >= closed:
            return mark.start()
    return len(source)
