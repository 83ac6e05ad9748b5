"""Citations become addresses."""

import pytest

from app.citations import address


@pytest.mark.parametrize(
    ("citation", "where"),
    [
        ("RFC 6455 §4.2.1", "https://www.rfc-editor.org/rfc/rfc6455#section-4.2.1"),
        ("RFC 6455 § 4.4", "https://www.rfc-editor.org/rfc/rfc6455#section-4.4"),
        ("RFC 4648", "https://www.rfc-editor.org/rfc/rfc4648"),
        ("FIPS 180-4 §6.1", "https://csrc.nist.gov/pubs/fips/180-4/upd1/final"),
        ("Moby Dick", ""),
    ],
)
def test_where_a_citation_is_read(citation, where):
    assert address(citation) == where
