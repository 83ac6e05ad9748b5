r"""The lines of LaTeX that stand before a TikZ picture: fonts, what fits a text to its width, styles of labels.

The fonts are those that a small LaTeX has: Helvetica; as typewriter Bera Mono, which is what the program uses, Latin
Modern or TX; under XeLaTeX Noto and DejaVu where they are, and the Chinese fonts that `ctex` has found.
"""

from __future__ import annotations

from typing import Final

LATIN: Final = r"""
\usepackage[T1]{fontenc}
\usepackage[utf8]{inputenc}
\usepackage{textcomp,helvet,graphicx}
\renewcommand{\familydefault}{\sfdefault}
\IfFileExists{beramono.sty}{\usepackage{beramono}}{%
  \IfFileExists{lmodern.sty}{\renewcommand{\ttdefault}{lmtt}}{\renewcommand{\ttdefault}{txtt}}}
"""
"""pdfLaTeX."""

XELATEX: Final = r"""
\usepackage[scheme=plain]{ctex}
\usepackage{graphicx}
\renewcommand{\familydefault}{\sfdefault}
\xeCJKsetup{CJKecglue={}, CJKglue={}, CJKspace=true, PunctStyle=plain}
\IfFontExistsTF{Noto Sans}{\setsansfont{Noto Sans}}{\IfFontExistsTF{DejaVu Sans}{\setsansfont{DejaVu Sans}}{}}
\IfFontExistsTF{DejaVu Sans Mono}{\setmonofont{DejaVu Sans Mono}}{}
\IfFontExistsTF{Noto Sans CJK SC}{\setCJKsansfont{Noto Sans CJK SC}\setCJKmonofont{Noto Sans CJK SC}}{}
\newcommand{\narrow}[1]{{\makexeCJKinactive#1}}
"""
"""XeLaTeX, where Chinese characters stand as close to Latin ones as the program has measured them."""

WESTERN: Final = r"""
\xeCJKDeclareCharClass{Default}{"B7,"2013,"2014,"2018,"2019,"201C,"201D,"2022,"2026}
"""
"""In an English document the signs that both scripts have are narrow."""

SIGNS: Final = r"""
% \sign{1F600} is a sign of the first font that has it, or else its code point.
\newcommand{\others}{}
\newcommand{\other}[1]{\IfFontExistsTF{#1}{\expandafter\def\expandafter\others\expandafter{\others\try{#1}}}{}}
\other{DejaVu Sans}\other{Noto Sans Symbols2}\other{Noto Emoji}\other{Noto Sans CJK KR}\other{Segoe UI Symbol}
\newif\ifmissing
\newcommand{\try}[1]{\ifmissing{\fontspec{#1}\iffontchar\font\point\global\missingfalse\char\point\fi}\fi}
\newcommand{\sign}[1]{{\makexeCJKinactive\def\point{"#1 }\global\missingtrue
  \iffontchar\font\point\global\missingfalse\char\point\fi
  \others\ifmissing\code{#1}\fi}}
"""

FITTING: Final = r"""
\newsavebox{\words}
% \fit{width}{text} gives the text its measured width; one that is far shorter stays as it is.
\newcommand{\fit}[2]{\sbox{\words}{#2}%
  \ifdim\wd\words>#1\px\resizebox{#1\px}{\height}{\usebox{\words}}%
  \else\ifdim1.25\wd\words>#1\px\resizebox{#1\px}{\height}{\usebox{\words}}%
  \else\usebox{\words}\fi\fi}
\newcommand{\leading}[2]{\fontsize{#1\px}{#2\px}\selectfont}
\newcommand{\size}[1]{\leading{#1}{#1}}
% \cell{sign} is as wide as a digit.
\newcommand{\cell}[1]{\sbox0{0}\resizebox{\wd0}{\height}{#1}}
\frenchspacing
"""

CODE: Final = r"""
% \code{0007} is a character that has no picture.
\newcommand{\code}[1]{{\small U+#1}}
"""

STYLES: Final = r"""
  x=\px, y=-\px, line width=\px, miter limit=4, every node/.style={inner sep=0pt, outer sep=0pt},
  start/.style={anchor=base west}, middle/.style={anchor=base}, end/.style={anchor=base east},
  round/.style={line cap=round, line join=round},
"""
