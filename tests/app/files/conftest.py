"""Files that are read in the folder of a test."""

from __future__ import annotations

import pytest
from opened_support import Opened


@pytest.fixture
def opened(tmp_path):
    return lambda data, **more: Opened(tmp_path / "file", data, **more)
