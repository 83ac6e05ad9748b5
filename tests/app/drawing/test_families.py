"""Which family stands in for which."""

from app.drawing.families import FILES, FOLDER, MONO, SANS, SANS_SC, mono_families, sans_families, stack


def test_chinese_comes_first_in_chinese_only():
    assert sans_families("zh_CN")[0] == SANS_SC
    assert sans_families("en")[0] == SANS
    assert mono_families("zh_CN")[0] == MONO
    assert len(set(mono_families("zh_CN"))) == len(mono_families("zh_CN"))
    assert stack("en", mono=True).endswith("monospace")


def test_the_bundled_faces_are_there():
    assert all((FOLDER / name).is_file() for name in FILES)
