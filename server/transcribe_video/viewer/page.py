"""The page on which a person drops files, and the one for a link that is not valid any more.

Each is one HTML text with its style and script inside, and is to be sent with::

    Content-Security-Policy: default-src 'none'; script-src 'nonce-…'; style-src 'nonce-…';
        connect-src 'self'; img-src data:; form-action 'none'; base-uri 'none';
        frame-ancestors 'none'
"""

from html import escape
from importlib.resources import files
from string import Template


def drop_page(nonce: str, upload_bytes: int) -> str:
    """The page on which a person drops files; it takes the claim token out of its own address.

    Args:
        nonce: of this answer, as in its Content-Security-Policy.
        upload_bytes: largest file that may be dropped.
    """
    return _page("drop", nonce, upload_bytes=str(upload_bytes))


def gone_page(nonce: str) -> str:
    """The page for a link that is not valid any more, or that lacks its token.

    A page that was reloaded comes here, because its token does not stand in its address any
    more; the script then asks again with the token that this tab has kept.
    """
    return _page("gone", nonce)


def _page(name: str, nonce: str, **values: str) -> str:
    inside = {
        "nonce": escape(nonce),
        "style": _text("page.css"),
        "script": _text(f"{name}.js"),
    }
    return Template(_text(f"{name}.html")).substitute(inside, **values)


def _text(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")
