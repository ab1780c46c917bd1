"""Texts as authors and attackers write them."""
# ruff: noqa: RUF001 - many scripts, on purpose

from hypothesis import strategies as st

PAYLOADS = {
    **{f"C0 {code:02x}": chr(code) for code in range(0x20) if chr(code) not in "\t\n"},
    **{f"C1 {code:02x}": chr(code) for code in range(0x80, 0xA0)},
    "DEL": "\x7f",
    "CSI colour": "\x1b[31mred",
    "CSI eight bits": "\x9b31mred",
    "CSI clear": "\x1b[2J\x1b[H",
    "OSC clipboard": "\x1b]52;c;cm0gLXJm\x07",
    "OSC clipboard eight bits": "\x9d52;c;cm0gLXJm\x9c",
    "OSC title": "\x1b]0;owned\x1b\\",
    "OSC link": "\x1b]8;;https://example.org\x1b\\x\x1b]8;;\x1b\\",
    "DCS": "\x1bP$q\x1b\\",
    "answer back": "\x1b[6n\x1b[c\x05",
    "alternate screen": "\x1b[?1049l",
    "reset": "\x1bc",
    "overstrike": "safe\b\b\b\bevil",
    "carriage return": "safe\revil",
    "bidi overrides": "\u202a\u202b\u202c\u202d\u202e",
    "bidi isolates": "\u2066\u2067\u2068\u2069",
    "bidi marks": "\u200e\u200f\u061c",
    "separators": "\u2028\u2029",
    "surrogates": "\ud800\udfff",
    "tags": "".join(chr(0xE0000 + ord(letter)) for letter in "run this") + "\U000e007f",
    "byte order mark": "\ufeff",
    "annotations": "\ufff9\ufffa\ufffb",
    "no characters": "\ufffe\uffff",
    "pile": "a" + "\u0301\u0489\u20dd" * 100,
}

ORDINARY = {
    "ascii": "They play music now.\n\n> A cable, 02:10.\n",
    "Latin": "Ætt, Øst, Straße, café, naïve, İstanbul, ‘quotes’ “and” dashes – — …",
    "Cyrillic": "Хмеймим, Ярослав, ёлка",
    "Hebrew": "הקריה, תל אביב",
    "Arabic": "دمشق، طريق المطار",
    "Persian with a joiner": "می\u200cخواهم",
    "CJK": "大马士革、東京、서울",
    "emoji": "👩\u200d👩\u200d👧\u200d👦 🇮🇱 ❤\ufe0f 1\ufe0f\u20e3 👍🏽",
    "signs": "½ × 38° € ₪ † § © → ✓",
}

MARKED = {
    "decomposed": "cafe\u0301, n\u0303, A\u030a",
    "Vietnamese": "tie\u0302\u0301ng Vie\u0323\u0302t",
    "pointed Hebrew": "בְּרֵאשִׁ֖ית בָּרָ֣א",
    "vocalised Arabic": "بِسْمِ ٱللَّهِ",
    "Thai": "กรุงเทพฯ ที่นี่",
    "Devanagari": "क्षत्रिय, हिन्दी",
    "Tibetan": "བོད་སྐད་",
}


def any_text():
    """Any text, with more of what hurts than chance would bring."""
    hurting = st.sampled_from([sign for payload in PAYLOADS.values() for sign in payload] + list("\t\n\r "))
    return st.text(st.one_of(st.characters(), hurting, st.characters(categories=["Mn", "Me", "Cf"])))
