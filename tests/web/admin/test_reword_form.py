from starlette.datastructures import FormData

from bot.web.admin.reword_form import read_rewordings, shown_rewordings

U = {"text": "Wilt u?", "buttons": [{"label": None, "say": "Leuk dat u begint."}, {"label": None, "say": None}]}
EASY = {"text": "Wil je?", "buttons": [{"label": "Ja", "say": "Leuk."}, None]}


def form_of(body: dict[str, object]) -> FormData:
    """Fill in the form as a browser sends it back."""
    typed = {}
    for name, shown in shown_rewordings(body, 4):
        typed[f"{name}.text"] = shown["text"]
        for place, button in enumerate(shown["buttons"]):
            typed |= {f"{name}.buttons.{place}.{part}": button[part] or "" for part in ("label", "say")}
            if button["out"]:
                typed[f"{name}.buttons.{place}.out"] = "ja"
    return FormData(typed)


def test_what_the_form_shows_comes_back_as_it_was() -> None:
    body = {"u": U, "easy": EASY}
    assert read_rewordings(form_of(body), {}, [0, 1]) == body


def test_an_empty_form_rewords_nothing() -> None:
    assert read_rewordings(form_of({}), {"u": U}, [0, 1]) == {}


def test_a_form_that_shows_none_changes_none() -> None:
    assert read_rewordings(FormData({"text": "Hoi"}), {"u": U}, [0, 1]) == {"u": U}


def test_a_button_that_goes_takes_its_other_words_along() -> None:
    assert read_rewordings(form_of({"u": U}), {}, [0])["u"]["buttons"] == U["buttons"][:1]
