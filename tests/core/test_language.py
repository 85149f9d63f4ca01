"""The language of each sentence, told without downloading anything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cllr.core.language import tell
from cllr.core.text import View, view


def told(text: str) -> View:
    """Return a view with its languages."""
    found = view(text)
    tell(found)
    return found


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The bins will be collected on Friday as usual.", "en"),
        ("Mae'r cyfarfod nesaf nos Fercher yn y neuadd.", "cy"),
        ("Ah dinnae ken whit the cooncil's daein wi the bins.", "sco"),
        ("Tha coinneamh aig a' chomhairle Diluain agus bidh fàilte air a h-uile duine.", "gd"),
        ("Tá an cruinniú ar siúl anocht agus beidh fáilte roimh gach duine.", "ga"),
        ("Spotkanie rady jest w czwartek o osiemnastej w szkole.", "pl"),
        ("Kal masjid ke bahar sab log milenge, zaroor aayen.", "ur"),
        ("کل میٹنگ ہے اور سب لوگ آئیں", "ur"),
        ("ਸਭ ਨੂੰ ਸਤ ਸ੍ਰੀ ਅਕਾਲ", "pa"),
        ("ساڈا پنڈ تے تسی سارے آؤ نال", "pa"),
        ("Sat sri akal ji, tuhada sab da dhanwaad te gurdwara vich milde han", "pa"),
        ("La réunion est dans la salle avec tous les voisins.", "other"),
        ("Встреча завтра в семь часов", "other"),
        ("🎉🎉", "none"),
    ],
)
def test_language_of_a_sentence(text: str, language: str) -> None:
    assert [s.language for s in told(text).sentences] == [language]


def test_each_sentence_has_its_own() -> None:
    found = told("Thanks to all who came. Diolch yn fawr iawn i bawb. See you next week.")
    assert [s.language for s in found.sentences] == ["en", "cy", "en"]


def test_scots_and_short_spellings_are_read_as_the_words_they_stand_for() -> None:
    assert "not" not in told("Ah'm no daein it, ah cannae.").words
    found = told("Ah cannae thole it and ah'm gonnae say sae.")
    assert {"cant", "going", "to", "im"} <= set(found.words)
    short = told("u r going 2 regret it cos i know where u live")
    assert "you" in short.words
    assert short.text[slice(*short.span(short.starts[0], short.ends[0]))] == "u"


@given(st.text(max_size=200))
def test_any_text_has_languages(text: str) -> None:
    found = told(text)
    assert len(found.words) == len(found.starts) == len(found.of_sentence)
    assert [n for n, s in enumerate(found.sentences) for _ in range(s.first, s.last)] == found.of_sentence
