"""Log lines that never hold words of a draft."""

from __future__ import annotations

import logging
import traceback


class BareFormatter(logging.Formatter):
    """Writes when, how bad and where; of an exception its kind and the lines of code it passed, no message.

    Arguments of a log record are left out too: Django puts paths and values there.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return one line."""
        line = f"{self.formatTime(record)} {record.levelname} {record.name}"
        if not record.exc_info or record.exc_info[0] is None:
            return line
        kind, _, trace = record.exc_info
        places = [f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}" for frame in traceback.extract_tb(trace)]
        return f"{line} {kind.__name__} at {' < '.join(reversed(places))}"
