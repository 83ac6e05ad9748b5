"""How long a step stays."""

from app.storyboard.pace import LONGEST, LOOK, dwell


def test_long_words_stay_longer_up_to_an_end():
    assert dwell("en", "") == LOOK
    assert LOOK < dwell("en", "The client says Close") < dwell("en", "The client says Close", "It sends no more data.")
    assert dwell("en", "x" * 1000) == LONGEST
    assert dwell("zh_CN", "关闭握手") > dwell("en", "关闭握手")


def test_gif_counts_in_hundredths_of_a_second():
    assert all(dwell(lang, "x" * count) % 10 == 0 for lang in ("en", "zh_CN") for count in range(50))
