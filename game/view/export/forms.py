"""The forms in which a session is exported, by name: what each is called as a file, and its text."""

from game.play.playthrough import Playthrough
from game.source.clean import clean_text
from game.view.export.book import book
from game.view.export.cast import as_cast
from game.view.export.data import as_data
from game.view.export.html import as_html
from game.view.export.markdown import as_markdown
from game.view.export.papers import as_papers

FORMS = {"markdown": ".md", "html": ".html", "cast": ".cast", "json": ".json", "papers": ".txt"}
"""Their names, each with how a file of it ends."""


def exported(form: str, name: str, playthrough: Playthrough) -> str:
    """Return a session, called ``name``, in one of the forms."""
    told = book(name, playthrough)
    match form:
        case "html":
            text = as_html(told)
        case "cast":
            text = as_cast(told, playthrough)
        case "json":
            text = as_data(told, playthrough)
        case "papers":
            text = as_papers(told)
        case _:
            text = as_markdown(told)
    return clean_text(text)
