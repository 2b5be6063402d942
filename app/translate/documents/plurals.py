"""What gettext and Qt call a language, how many plural forms it has and which number takes which (CLDR). No Qt."""

from __future__ import annotations

from app.translate.languages import by_code

_ONE = "nplurals=1; plural=0;"
_TWO = "nplurals=2; plural=(n != 1);"
_FRENCH = "nplurals=2; plural=(n > 1);"
_RUSSIAN = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
_POLISH = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
_CZECH = "nplurals=3; plural=(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2);"
_ARABIC = "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"
_OWN = {
    "ga": "nplurals=5; plural=(n==1 ? 0 : n==2 ? 1 : n<7 ? 2 : n<11 ? 3 : 4);",
    "cy": "nplurals=4; plural=(n==1 ? 0 : n==2 ? 1 : n!=8 && n!=11 ? 2 : 3);",
    "lt": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<10 || n%100>=20) ? 1 : 2);",
    "lv": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n!=0 ? 1 : 2);",
    "mk": "nplurals=2; plural=(n%10==1 && n%100!=11 ? 0 : 1);",
    "is": "nplurals=2; plural=(n%10!=1 || n%100==11);",
    "mt": "nplurals=4; plural=(n==1 ? 0 : n==0 || n%100>=2 && n%100<=10 ? 1 : n%100>=11 && n%100<=19 ? 2 : 3);",
    "ro": "nplurals=3; plural=(n==1 ? 0 : n==0 || n%100>0 && n%100<20 ? 1 : 2);",
    "sl": "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);",
}
_GROUPS = {
    _ONE: "zh yue ja ko vi th lo km my id ms jv su min ban bjn",
    _FRENCH: "fr oc pt-BR tl ceb ilo pag war",
    _RUSSIAN: "ru uk be sr hr bs",
    _POLISH: "pl szl",
    _CZECH: "cs sk",
    _ARABIC: "ar ars apc arz ary acm acq aeb",
}
_BY_CODE = {code: rule for rule, codes in _GROUPS.items() for code in codes.split()} | _OWN


def plural_forms(language: str) -> str:
    """Return the value of ``Plural-Forms`` for a code; most languages know one and many."""
    return _BY_CODE.get(language) or _BY_CODE.get(language.partition("-")[0], _TWO)


def plural_count(language: str) -> int:
    """Return how many forms that are."""
    return int(plural_forms(language)[len("nplurals=")])


def locale_name(language: str, before: str) -> str:
    """Return what a file calls its language: "zh_CN"; as ``before`` if that is the same one, such as "de_AT"."""
    known = by_code(language)
    if before and known is not None and by_code(before.replace("_", "-")) is known:
        return before
    return language.replace("-Hans", "_CN").replace("-Hant", "_TW").replace("-", "_")
