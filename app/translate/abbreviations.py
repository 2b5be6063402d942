"""Words whose full stop does not end a sentence. Data, by language. No Qt."""

from __future__ import annotations

import re

ORDINAL_LANGUAGES = frozenset({
    "de", "da", "nb", "nn", "fi", "et", "lv", "cs", "sk", "sl", "hr", "bs", "sr", "pl", "hu", "is", "fo", "tr",
    "lb", "eu",
})  # fmt: skip
"""Where "3." before a word is "third"."""

_MONTHS = """
januar jänner februar feber märz april mai juni juli august september oktober november dezember marts maj december mars
desember tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta
marraskuuta joulukuuta ledna února března dubna května června července srpna září října listopadu prosince januára
februára marca apríla mája júna júla augusta septembra októbra novembra decembra januarja februarja aprila maja junija
julija avgusta oktobra siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca
jaanuar veebruar märts aprill juuni juuli oktoober detsember
"""
MONTHS = frozenset(_MONTHS.split())
"""Of the languages with ordinals: "3. Mai" at the beginning of a line is a date and no list."""

_COMMON = """
dr mr mrs ms prof st sr jr vs etc fig ed eds cf approx dept est inc ltd corp gen col lt capt sgt rev hon gov sen rep
co bros pres ave blvd e.g i.e a.m p.m u.s u.k u.n ph.d b.a m.a p.s
"""
_BY_LANGUAGE = {
    "de": """z z.b d.h u.a o.ä bzw usw usf ca evtl ggf inkl exkl bes betr bspw dgl dipl ebd einschl f ff geb gegr gest
        hl hr hrsg ing jh jhd min mio mrd mwst o.g s.o s.u sog std stk tägl u.u v.a v.chr n.chr vgl zzgl i.d.r i.a m.e
        z.t zt u.v.m dr.med jan feb mär apr jun jul aug sept sep okt nov dez fa""",
    "fr": "m mm mme mlle mmes pr ste av apr env ex éd tél janv févr juil sept oct nov",
    "es": "sra srta sres dra ud uds vd vds d dña núm av avda ee uu ee.uu p.ej aprox",
    "pt": "sra srta dra profa exmo exma aprox av p.ex",
    "it": "sig sigg sig.ra dott dott.ssa prof.ssa ing avv geom arch ecc es p.es",
    "nl": "dhr mevr mw drs ir ing bijv bv enz d.w.z o.a m.b.t t.a.v i.p.v z.s.m ca",
    "ru": "г гг т тт тов ул д кв см т.е т.д т.п т.к и.о н.э руб коп тыс млн млрд им проф акад др пр",
    "uk": "м вул буд кв див т.з т.д т.п ін рр грн тис млн млрд ім проф акад",
    "pl": "np itd itp m.in tzn tj mgr inż ul ok godz tys mln mld św",
    "cs": "např atd apod tj tzn tzv ing mgr ul mj aj sv tis mil mld",
    "sk": "napr atď apod tj tzn tzv ing mgr ul sv tis mil mld",
    "sv": "t.ex bl.a d.v.s m.m o.s.v f.d fr.o.m t.o.m ca",
    "da": "f.eks bl.a dvs m.m osv ca hr",
    "nb": "f.eks bl.a dvs m.m osv ca hr",
    "fi": "esim ym yms jne ns mm eli",
    "tr": "doç sn vb vs örn bkz cad mah apt",
    "hu": "pl stb ún u.n kb ill vö ld",
    "ro": "dl dna d-na d-l ș.a ș.a.m.d",
    "el": "κ κα κος κ.λπ κ.ά π.χ δηλ βλ δρ",
    "vi": "tp ts th gs pgs bs ks",
    "hi": "डॉ श्री प्रो पं सं",
    "bn": "ডা ডঃ মো প্রফেসর",
    "ar": "د أ م ق.م ب.م ص.ب ش.م",
    "fa": "د ق.م",
    "he": "פרופ גב",
    "id": "drs jl dll dsb dst hlm",
}
_NUMBERED = """
no nos nr art abs kap cap vol p pp s fig str tel bd pág págs č č.p v r n nº col ch chap sec стр с рис арт тел hr kl sid
jan feb mar apr jun jul aug sept sep oct nov dec ص ج رقم
st para ver op sz σελ αρ τηλ
"""
_BEFORE_NUMBERS = frozenset(_NUMBERED.split())
"""Abbreviations that are words as well: only before a number."""

_KNOWN = {language: frozenset(words.split()) for language, words in {"": _COMMON, **_BY_LANGUAGE}.items()}

_LETTERS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]\Z")


def is_abbreviation(word: str, language: str, *, before_number: bool = False) -> bool:
    """Say whether ``word``, which a full stop follows, is an abbreviation or an initial ("J", "U.S")."""
    plain = word.casefold()
    if plain in _KNOWN.get(language, frozenset()) or plain in _KNOWN[""]:
        return True
    if before_number and plain in _BEFORE_NUMBERS:
        return True
    return _LETTERS.match(word) is not None and (word[-1].isupper() or "." in word)
