"""The HTML page around a report: one file that loads nothing and runs no script but its own."""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any

from ...schema.printable import printable
from ..wording import Words


def safe(text: object) -> str:
    """A text from a document as HTML: escaped, without control characters."""
    return escape(printable(str(text)))


def page(title: str, body: str, said: Words, drawn: list[dict[str, Any]]) -> str:
    """The whole page. drawn: charts, each for a <div id="chart…"> of the body; without any no script stands there.

    Its policy allows its own two scripts by their hashes, styles in the page, and nothing else.
    """
    scripts = [_asset("echarts/echarts.common.min.js"), _asset("charts.js")] if drawn else []
    policy = (
        f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
        f"script-src {_hashes(scripts)}; base-uri 'none'; form-action 'none'"
    )
    parts = [
        f"<!DOCTYPE html>\n<html lang='{said.lang}'><head><meta charset='utf-8'>",
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{safe(title)}</title><style>{_asset('report.css')}</style></head><body>",
        body,
    ]
    if drawn:
        words = {status: said.label("status", status) for status in ("achieved", "planned", "forecast")}
        parts.append(
            f'<script type="application/json" id="charts">{inline({"charts": drawn, "words": words})}</script>'
        )
        parts += [f"<script>{script}</script>" for script in scripts]
    return "\n".join([*parts, "</body></html>\n"])


def inline(value: object) -> str:
    """JSON that may stand in a <script>: no character of it can end the element or begin a comment."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _hashes(scripts: list[str]) -> str:
    found = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]
    return " ".join(f"'sha256-{digest}'" for digest in found) or "'none'"


@cache
def _asset(name: str) -> str:
    place = files(__package__)
    for part in name.split("/"):
        place = place / part
    return place.read_text(encoding="utf-8").strip()
