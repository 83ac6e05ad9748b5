"""A file read piece by piece: how far it is read, and what it is; gzip is undone on the way."""

from __future__ import annotations

import zlib
from pathlib import Path
from types import TracebackType
from typing import IO, Final

from app.files import remarks
from app.files.remarks import CaptureError
from app.reasons import reason

PIECE: Final = 64 * 1024
"""Bytes that are read at a time: what is read of them takes some milliseconds."""

GZIP: Final = b"\x1f\x8b"
OTHER_METHODS: Final = {
    b"\x28\xb5\x2f\xfd": "zstd",
    b"\x04\x22\x4d\x18": "LZ4",
    b"BZh": "bzip2",
    b"\xfd7zXZ": "xz",
    b"PK\x03\x04": "ZIP",
}


class Source:
    """An open file. `read` gives its next bytes, b"" at the end; `damage` is why it could not be read further."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.damage: remarks.Remark | None = None
        try:
            self._size = max(1, path.stat().st_size)
            self._file: IO[bytes] = path.open("rb", buffering=0)
            self._begin = self._file.read(16)
        except OSError as error:
            raise CaptureError(remarks.UNREADABLE, path=str(path), reason=reason(error)) from error
        self._done = len(self._begin)
        self._gzip = zlib.decompressobj(wbits=31) if self._begin.startswith(GZIP) else None
        self._packed = b""
        self._check()

    def __enter__(self) -> Source:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    @property
    def fraction(self) -> float:
        """How much of the file is read, 0 to 1."""
        return min(1.0, (self._done - len(self._packed)) / self._size)

    def read(self, size: int = PIECE) -> bytes:
        """The next bytes, at most `size`; nothing at the end."""
        if self._gzip is None:
            return self._raw(size)
        while self.damage is None:
            packed = self._packed or self._raw(size)
            try:
                data = self._gzip.decompress(packed, size)
            except zlib.error:
                self.damage = remarks.Remark(remarks.GZIP_BREAKS, kind="damage")
                break
            self._packed = self._gzip.unconsumed_tail
            if self._gzip.eof:
                rest = self._gzip.unused_data.lstrip(b"\0") or self._raw(size)
                self._packed = rest
                self._gzip = zlib.decompressobj(wbits=31)
                if not rest:
                    self._gzip = None
                    return data
            if data:
                return data
            if not packed:
                self.damage = remarks.Remark(remarks.GZIP_BREAKS, kind="damage")
        return b""

    def _raw(self, size: int) -> bytes:
        """The next bytes as they stand in the file."""
        if self._begin:
            begin, self._begin = self._begin, b""
            return begin
        try:
            data = self._file.read(size)
        except OSError as error:
            self.damage = remarks.Remark(remarks.READING_STOPS, {"reason": reason(error)}, "damage")
            return b""
        self._done += len(data)
        return data

    def _check(self) -> None:
        """Errors for a file that can be nothing that is read here."""
        if not self._begin:
            self._file.close()
            raise CaptureError(remarks.EMPTY, path=str(self.path))
        for begin, method in OTHER_METHODS.items():
            if self._begin.startswith(begin):
                self._file.close()
                raise CaptureError(remarks.COMPRESSED, path=str(self.path), method=method)
