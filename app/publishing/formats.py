"""A subject in the format of a suffix, as bytes. Text and SVG load no Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from app.drawing.theme import THEMES
from app.plain_words import plain_words
from app.publishing.choices import WIDTHS
from app.publishing.framing import Caption, captioned, cropped, on_slide

if TYPE_CHECKING:
    from pathlib import Path

    from app.drawing.marks import Measure, Scene
    from app.publishing.choices import Choices
    from app.publishing.subjects import Subject

PICTURES: Final = (".svg", ".pdf", ".png")
TEXTS: Final = (".txt", ".tex", ".mmd", ".json", ".alt.txt")
SUFFIXES: Final = (*PICTURES, *TEXTS)


def suffix_of(path: Path) -> str:
    """The suffix that says the format, in small letters; `.alt.txt` has two parts."""
    name = path.name.lower()
    return next((one for one in (".alt.txt", *SUFFIXES) if name.endswith(one)), path.suffix.lower())


def written(subject: Subject, suffix: str, choices: Choices) -> bytes:
    """The bytes of the file; `suffix` is one of SUFFIXES."""
    if suffix in PICTURES:
        return picture(framed(subject, choices), suffix, choices)
    special = subject.special(suffix, choices)
    return (_text(subject, suffix, choices) if special is None else special).encode()


def framed(subject: Subject, choices: Choices) -> Scene:
    """The picture as it is written: cut, with its captions, on a slide if it is for one."""
    measure = _measure(choices.lang)
    scene = captioned(cropped(subject.scene(choices, measure)), captions(subject, choices), measure)
    return on_slide(scene) if choices.width == "slide" else scene


def captions(subject: Subject, choices: Choices) -> tuple[Caption, ...]:
    """The captions that are wanted, in their languages."""
    return tuple(
        Caption(_label(choices.number, lang), subject.caption(plain_words(lang)), lang)
        for lang in choices.caption_languages
    )


def _label(number: int, lang: str) -> str:
    from app.figures.frame_caption import label  # noqa: PLC0415  # each format loads its own

    return label(plain_words(lang), number) if number else ""


def _measure(lang: str) -> Measure:
    from app.drawing.plain_measure import PlainMeasure  # noqa: PLC0415  # each format loads its own

    return PlainMeasure(lang)


def picture(scene: Scene, suffix: str, choices: Choices) -> bytes:
    """A scene as it is; `suffix` is one of PICTURES."""
    theme, width = THEMES[choices.theme], WIDTHS[choices.width]
    if suffix == ".svg":
        from app.drawing.svg_device import to_svg  # noqa: PLC0415  # each format loads its own

        return to_svg(scene, theme, choices.lang, width).encode()
    if suffix == ".pdf":
        from app.drawing.pdf import to_pdf  # noqa: PLC0415  # loads Qt

        return to_pdf(scene, theme, choices.lang, width)
    from app.drawing.png import to_png  # noqa: PLC0415  # loads Qt
    from app.drawing.render import render_image  # noqa: PLC0415  # each format loads its own

    scale = (width / scene.width if width else 1.0) * choices.dpi / 96
    return to_png(render_image(scene, theme, scale, choices.lang), choices.dpi)


def _text(subject: Subject, suffix: str, choices: Choices) -> str:
    """What is drawn, in text."""
    words = plain_words(choices.lang)
    scene = subject.scene(replace(choices, captions="none"), _measure(choices.lang))
    match suffix:
        case ".txt":
            from app.publishing.scene_ascii import to_ascii  # noqa: PLC0415  # each format loads its own

            return to_ascii(scene)
        case ".tex":
            from app.publishing.scene_tikz import to_tikz  # noqa: PLC0415  # each format loads its own

            scene = cropped(subject.scene(choices, _measure(choices.lang)))
            below = "\n".join(" ".join(filter(None, (one.label, one.text))) for one in captions(subject, choices))
            return to_tikz(scene, THEMES[choices.theme], choices.lang, below, WIDTHS[choices.width])
        case ".json":
            from app.publishing.scene_json import to_json  # noqa: PLC0415  # each format loads its own

            return to_json(scene, subject.caption(words))
        case ".alt.txt":
            from app.publishing.scene_alt import to_alt  # noqa: PLC0415  # each format loads its own

            return to_alt(scene, subject.caption(words), words)
        case _:
            raise ValueError(suffix)
