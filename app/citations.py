"""Where a cited section can be read: `RFC 6455 §4.2.1` as an address on the web."""

from __future__ import annotations

import re
from typing import Final

RFC: Final = re.compile(r"RFC (\d+)(?: ?§ ?([\d.]+))?")
FIPS: Final = re.compile(r"FIPS (\d+)-(\d+)")


def address(citation: str) -> str:
    """The address of the cited text, or an empty text if the citation is of another kind."""
    if match := RFC.fullmatch(citation.strip()):
        section = f"#section-{match[2].rstrip('.')}" if match[2] else ""
        return f"https://www.rfc-editor.org/rfc/rfc{match[1]}{section}"
    if match := FIPS.match(citation.strip()):
        return f"https://csrc.nist.gov/pubs/fips/{match[1]}-{match[2]}/upd1/final"
    return ""
