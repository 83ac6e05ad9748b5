"""A scene in a file, as tests want to look at it."""

from app.drawing.theme import PAPER
from app.publishing.choices import Choices
from app.publishing.formats import picture


def export(scene, path, theme=PAPER, lang="en"):
    """Write the scene in the format of the path's suffix."""
    path.write_bytes(picture(scene, path.suffix, Choices(lang=lang, theme=theme.name)))
