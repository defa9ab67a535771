"""Somebody's own words are said back as one says them to a person."""

import pytest

from bot.language.saying.turning import turned
from bot.registers import Register


@pytest.mark.parametrize(
    ("said", "je", "u"),
    [
        ("met me dochter leren lezen", "met je dochter leren lezen", "met uw dochter leren lezen"),
        ("mn zoon helpen met rekenen", "je zoon helpen met rekenen", "uw zoon helpen met rekenen"),
        ("me baas beter begrijpen in m'n werk", "je baas beter begrijpen in je werk", "uw baas beter begrijpen in uw werk"),
        ("M’n kinderen voorlezen", "je kinderen voorlezen", "uw kinderen voorlezen"),
        ("me kinderen voorlezen", "je kinderen voorlezen", "uw kinderen voorlezen"),
        ("me beter uitdrukken", "je beter uitdrukken", "u beter uitdrukken"),
        ("me verdiepen in planten", "je verdiepen in planten", "u verdiepen in planten"),
        ("beter voor mezelf opkomen", "beter voor jezelf opkomen", "beter voor uzelf opkomen"),
        ("iets voor mij alleen", "iets voor jou alleen", "iets voor u alleen"),
        ("mijn eigen kleren maken", "je eigen kleren maken", "uw eigen kleren maken"),
        ("met onze hond wandelen", "met jullie hond wandelen", "met uw hond wandelen"),
    ],
)
def test_what_is_mine_is_yours(said: str, je: str, u: str) -> None:
    assert (turned(said, Register.JE), turned(said, Register.EASY), turned(said, Register.U)) == (je, je, u)


@pytest.mark.parametrize(
    "said", ["bakken", "werken in de mijn", "me de auto rijden", "medicijnen", "mijnbouw", "met mensen omgaan", "", "frans"]
)
def test_what_is_nobodys_stays(said: str) -> None:
    assert turned(said, Register.JE) == said


@pytest.mark.parametrize("said", ["mijn baas uitleggen wat ik wil", "alles wat we thuis doen", "wat 'k nodig heb op mn werk"])
def test_what_somebody_does_themselves_is_quoted(said: str) -> None:
    assert turned(said, Register.JE) == f'"{said}"'
