"""A file that refuses to be read on when one record of it is far too big, before it fills the memory."""

from typing import IO

from bot.errors import FeedRefused

LARGEST_RECORD = 32 * 1024 * 1024
"""Bytes between two records."""
_PIECE = 1 << 16


class Metered:
    """Reads from ``file``; ``next_record`` says that a record is complete."""

    def __init__(self, file: IO[bytes], most: int = LARGEST_RECORD) -> None:
        self._file = file
        self._most = most
        self._read = 0

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes; raises FeedRefused when the record goes on too long."""
        piece = self._file.read(min(size, _PIECE) if size >= 0 else _PIECE)
        self._read += len(piece)
        if self._read > self._most:
            raise FeedRefused("import_record_too_big", str(self._most // 1024 // 1024))
        return piece

    def next_record(self) -> None:
        """Begin counting anew."""
        self._read = 0
