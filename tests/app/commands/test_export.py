"""`export`: what its command line takes."""

import pytest

from app.commands import run

HELLO = "81 85 37 fa 21 3d 7f 9f 4d 51 58"


@pytest.mark.parametrize(
    "arguments",
    [
        ["frame", HELLO],
        ["frame", HELLO, "-o", "x.txt", "--bits", "9"],
        ["picture", HELLO, "-o", "x.svg"],
        ["layout", "-o", "x.png", "--dpi", "9999"],
        ["layout", "-o", "x.svg", "--captions", "de"],
        ["layout", "-o", "x", "--format", "bmp"],
    ],
)
def test_bad_usage_ends_with_2(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        run(["export", *arguments])
    assert ended.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1
