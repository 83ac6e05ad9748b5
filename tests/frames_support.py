"""Frames of any kind, right or wrong, and the one frame that some bytes are."""

from __future__ import annotations

from hypothesis import strategies as st

from protocol.frames import Frame, FrameReader, encode_frame

any_frames = st.builds(
    encode_frame,
    st.integers(0, 15),
    st.binary(max_size=300),
    fin=st.booleans(),
    rsv=st.integers(0, 7),
    key=st.none() | st.binary(min_size=4, max_size=4),
    length_form=st.sampled_from([None, 16, 64]),
)


def read_one(raw: bytes) -> Frame:
    """The frame; ValueError if the bytes are not exactly one."""
    (frame,) = FrameReader().feed(raw)
    return frame
