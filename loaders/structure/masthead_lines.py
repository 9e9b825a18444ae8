"""Reads the lines of a masthead that say one thing each: a field, a number, a date, who delivers it."""

from __future__ import annotations

import re
from functools import cache

from ...schema.vocabulary import alternation, vocabulary
from ..reading.headers import field_of
from .claims import Claims, origin, words
from .dates import find_date
from .lines import Line, joined_lines
from .titles import names_form

# **发布日期**: 2021年2月21日, 发文机关：国务院
_FIELD = re.compile(
    r"[*【\[\s]*+([\u4e00-\u9fffA-Za-z]{1,6}(?:[\s\u3000]?[\u4e00-\u9fff]){0,6})[\s*]*+[：:][\s*]*+"
    r"((?:.*[^\s*】\]])?)[\s*】\]]*$"
)
# 【信息来源:【信息时间:2018-04-12    阅读次数: 】: fields in one line of a page
_INLINE_DATE = re.compile(r"(信息时间|发布时间|发布日期|时间|日期)\s*[：:]\s*")
# 国发〔2018〕39号, 国科发高〔2019〕265号, 中华人民共和国国务院令第700号
NUMBER = re.compile(
    r"(?P<word>[\u4e00-\u9fff]{1,12})\s*[〔\[（(【]\s*(?P<year>(?:19|20)\d{2})\s*[〕\]）)】]\s*第?\s*\d{1,5}\s*号"
    r"|[\u4e00-\u9fff]{2,20}令\s*第?\s*\d{1,4}\s*号"
)
# 第 43 期, 2021年第3期（总第43期）
_ISSUE = re.compile(
    r"(?:20\d{2}\s*+(?:年\s*+)?)?第\s*(?:\d{1,4}|[一二三四五六七八九十]+)\s*期(?:\s*[（(]?总第?\s*\d+\s*期[）)]?)?"
)
# ——2017年3月5日在第十二届全国人民代表大会第五次会议上
_DELIVERED = re.compile(r"(?:[—－─-]{1,3}|[（(])?\s*(?=(?:19|20|二)).{6,16}?日?\s*在.{4,40}会议上[）)]?$")
# …会议上 市长 王某: who delivers it, on the line of the day and the assembly
_AT_ASSEMBLY = re.compile(
    r"(?:[—－─-]{1,3}|[（(])?\s*(?:19|20|二)[^，。：]{6,16}?日?\s*在"
    r"(?P<place>[\u4e00-\u9fff]{2,12}?)?(?:第[一二三四五六七八九十]+届[^，。：]{2,24})?会议上[\s，,]*+(?P<who>[^，。：（()）]{4,40})[）)]?$"
)
# 2021年1月27日上海市第十五届人民代表大会第五次会议批准
_PASSED = re.compile(
    r"(?:日\s*)?((?!日)[\u4e00-\u9fff]{2,9}?)第[一二三四五六七八九十]+届(人民代表大会(?:常务委员会)?)"
    r"第[一二三四五六七八九十]+次会议(?:批准|通过)"
)
# 第十二届全国人大二次会议，2014年3月5日
_MEETING_DAY = re.compile(r"[^，。：]{4,30}[，,\s]\s*+(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$")
# （2021年1月4日）, 2022 年 1 月 15 日, （2021年1月）
_DATE_LINE = re.compile(r"[（(\[]?\s*(?:19|20|二)[^（()），。]{3,18}[日月]\s*[\u4e00-\u9fff]{0,24}[）)\]]?$")
# 2023年10月18日 来源：新华社, 2023-10-18 09:30 来源：某某日报: day and source on one line above a story
_DATE_AND_SOURCE = re.compile(
    r"(?:19|20)\d{2}[^，。：:\s]{2,10}(?:\s{1,3}\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?[\s|｜]{1,4}"
    r"(?:信息|稿件|文章|新闻)?来源\s?[：:]\s?(?P<source>[^\s，。：:]{2,20})\s*$"
)


def states(line: Line, claims: Claims) -> bool:
    """The line is one that says something of the document; what it says is added to `claims`."""
    value = line.value
    if any(mark in value for mark in words("internal")) and len(value) <= 30:
        claims.internal = True
        return True
    if _put_up(line, claims) or _field(line, claims):
        return True
    return _numbered(line, claims) or _dated(line, claims) or _delivered_by(line, claims)


def states_passage(before: Line, line: Line, claims: Claims) -> bool:
    """The line ends, with the date's line before it, the statement of which assembly passed the document."""
    text = joined_lines((before, line))
    passed = _PASSED.search(text.text)
    if passed is None or passed.end() <= len(before.value) or len(text) > 70 or not find_date(before.value):
        return False
    claims.add("issuer", passed[1] + passed[2], "masthead", text.starts[passed.start(1)])
    return True


def _put_up(line: Line, claims: Claims) -> bool:
    """The line above a story that says when it was put up and whose it is."""
    match = _DATE_AND_SOURCE.match(line.value)
    found = find_date(line.value) if match else None
    if match is None or found is None:
        return False
    claims.add("date", found.value, "published", origin(line, found.start))
    claims.add("source", match["source"], "header", origin(line, match.start("source")))
    return True


def _field(line: Line, claims: Claims) -> bool:
    match = _FIELD.match(line.value)
    name = field_of(match[1]) if match else None
    if match is None or name is None:
        return False
    inline = _INLINE_DATE.search(line.value)
    text, start = match[2], match.start(2)
    if inline and (name != "published" or inline.start() > match.start(1)):
        found = find_date(line.value, inline.end())
        if found:
            claims.add("date", found.value, "masthead", origin(line, found.start))
        return True
    if name in {"date", "published"}:
        found = find_date(text)
        if found:
            where = "masthead" if name == "date" else "published"
            claims.add("date", found.value, where, origin(line, start + found.start))
    elif name and text:
        claims.add(name, text, "header", origin(line, start))
    return True


def _numbered(line: Line, claims: Claims) -> bool:
    value = line.value
    match = NUMBER.match(value)
    if match and (match.end() == len(value) or (value[match.end()] in " \u3000" and len(value) < 60)):
        claims.add("number", match.group(), "masthead", origin(line))
        number_claims(match, origin(line), claims)
        rest = value[match.end() :].strip()
        if rest and names_form(rest):
            claims.add("title", rest.strip("《》"), "masthead", origin(line, value.index(rest)))
        return True
    issue = _ISSUE.fullmatch(value.strip("（）() "))
    if issue:
        claims.add("number", re.sub(r"\s", "", value.strip("（）() ")), "masthead", origin(line))
    return bool(issue)


def number_claims(match: re.Match[str], char_start: int, claims: Claims) -> None:
    """What a document number tells besides itself: the year, and the issuer by its word."""
    word = match.group("word")
    if word is None:
        return
    claims.add("date", match.group("year"), "document number", char_start)
    known = vocabulary("document_numbers")
    prefix = max((p for p in known if word.startswith(p)), key=len, default=None)
    if prefix:
        claims.add("issuer", known[prefix], "document number", char_start)


def _dated(line: Line, claims: Claims) -> bool:
    value = line.value
    if len(value) > 80:
        return False
    delivered = _AT_ASSEMBLY.match(value)
    if delivered is not None and _deliverer(line, delivered, claims):
        value = value[: delivered.start("who")]
    elif not (_DELIVERED.match(value) or _DATE_LINE.match(value) or _MEETING_DAY.match(value)):
        return False
    found = find_date(value)
    if found is None:
        return False
    claims.add("date", found.value, "under the title" if value[0] in "（(" else "masthead", origin(line, found.start))
    passed = _PASSED.search(value)
    if passed:
        claims.add("issuer", passed[1] + passed[2], "masthead", origin(line, passed.start(1)))
    return True


def _deliverer(line: Line, found: re.Match[str], claims: Claims) -> bool:
    """Takes who delivers a report, and the government of the assembly's place where that person heads it."""
    person = _person_line(apart=False).match(found["who"].rstrip())
    if person is None:
        return False
    body, post, name = person.groups()
    claims.add("speaker", re.sub(r"\s", "", name), "masthead", origin(line, found.start("who") + person.start(3)))
    headed = vocabulary("mastheads")["posts"][post]
    if body or (headed and found["place"]):
        claims.add("issuer", _headed_body(body or found["place"], post), "masthead", origin(line))
    return True


def _headed_body(body: str, post: str) -> str:
    """The body that a post heads: 某市市长 and 某市人民政府市长 both head 某市人民政府."""
    headed = vocabulary("mastheads")["posts"][post]
    return body if body.endswith(headed) else body + headed


def _delivered_by(line: Line, claims: Claims) -> bool:
    match = _person_line().match(line.value)
    if match is None:
        return False
    body, post, name = match.groups()
    claims.add("speaker", re.sub(r"\s", "", name), "masthead", origin(line, match.start(3)))
    if body:
        claims.add("issuer", _headed_body(body, post), "masthead", origin(line))
    return True


@cache
def _person_line(apart: bool = True) -> re.Pattern[str]:
    """国务院总理　李克强, 江苏省省长 王某某: body, post, white space (apart: not left out), name."""
    posts = alternation(vocabulary("mastheads")["posts"])
    name = r"[\u4e00-\u9fff·]{1,4}(?:[\s\u3000][\u4e00-\u9fff])?"
    return re.compile(rf"([\u4e00-\u9fff]{{0,20}}?)({posts})[\s\u3000]{'+' if apart else '*'}({name})$")
