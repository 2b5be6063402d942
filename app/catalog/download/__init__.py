"""Downloads that finish unattended: one request at a time, resumed across restarts, named only when the sum is right.

``download.Download(request, reach).run(report, stop)`` is the whole surface; ``report.py`` has what it tells. No Qt.
"""
