#!/bin/sh
# Makes the fonts of social cards beside this script: Noto Sans and Noto Naskh Arabic (SIL Open Font License 1.1, OFL.txt)
# with the letters of Latin, Cyrillic and Greek, and of Arabic with its joined forms; nothing for the eye alone is kept.
# Wants Debian's fonts-noto-core, and pyftsubset of fonttools (pip install fonttools). Run by hand; the fonts are in git.
set -eu
cd "$(dirname "$0")"
from=/usr/share/fonts/truetype/noto
latin='U+0020-007E,U+00A0-017F,U+0192,U+0218-021B,U+0384-03CE,U+0400-045F,U+0490-0491,U+1E80-1E85,U+1E9E,U+1EA0-1EF9'
latin="$latin,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+2030,U+2032-2033,U+2039-203A,U+2044,U+20AC,U+2116,U+2122,U+2190-2193,U+2212,U+25CB,U+25E6"
arabic='U+0020-0022,U+0027-0029,U+002B-003B,U+003D,U+00A0,U+00AB,U+00BB,U+060C,U+061B,U+061F,U+0621-063A,U+0640-0652,U+0660-066C,U+0670-0671,U+0679,U+067E,U+0686,U+0688,U+0691,U+0698,U+06A9,U+06AF,U+06BA,U+06BE,U+06C1,U+06CC,U+06D2,U+06F0-06F9,U+200C-200F,U+2010-2014,U+2018-201D,U+2026'
subset() {
    pyftsubset "$from/$1.ttf" --output-file="$1.ttf" --unicodes="$2" --layout-features="$3" --no-hinting \
        --notdef-outline --name-IDs='1,2,13,14'
}
subset NotoSans-Regular "$latin" kern,mark,mkmk,ccmp,locl
subset NotoSans-Bold "$latin" kern,mark,mkmk,ccmp,locl
subset NotoNaskhArabic-Regular "$arabic" init,medi,fina,isol,rlig,ccmp,mark,mkmk,locl,calt,kern,curs
subset NotoNaskhArabic-Bold "$arabic" init,medi,fina,isol,rlig,ccmp,mark,mkmk,locl,calt,kern,curs
ls -l ./*.ttf
