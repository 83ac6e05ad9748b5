"""Which family stands in for which."""

from app.drawing.families import MONO, SANS, SANS_SC, mono_families, sans_families, stack


def test_chinese_comes_first_in_chinese_only():
    assert sans_families("zh_CN")[0] == SANS_SC
    assert sans_families("en")[0] == SANS
    assert mono_families("zh_CN")[0] == MONO
    assert len(set(mono_families("zh_CN"))) == len(mono_families("zh_CN"))
    assert stack("en", mono=True).endswith("monospace")
