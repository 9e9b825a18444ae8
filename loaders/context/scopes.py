"""Walks an article and gives every clause the context that holds in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from ...schema.basis import Basis
from ..language.reading import ReadArticle, ReadSentence
from ..structure.article import StructuredDocument
from .actors import subject
from .clauses import cut
from .context import Context, Inherited, ScopedArticle, ScopedSentence, read_in
from .headings import TOLD, announced, looks_ahead_again, opening, under_heading
from .headlines import with_stories
from .narrowing import with_actor
from .origin import origin
from .places import held_in
from .plans import five_years
from .responsible import responsible
from .sentences import clauses_of
from .status import clause_status, heading_status

_LIST_LABEL = re.compile(r"——|—|[一二三四五六七八九十]+是|[●•■◆]")
"""Labels of the items that a sentence ending in a colon announces."""
_RESUMES = re.compile(r"(?:(?P<adds>同时|此外|另外|与此同时)|目前|当前)[，,]?")
"""A sentence that opens with one of these leaves the year of the sentence before it; a story that adds something
(2022年，…。同时，…) stays with its year."""
_OURS = re.compile(
    r"(?:(?:同时|此外|另外|下一步|今年|目前|当前|去年)[，,]?){0,2}"
    r"(?:我们|[我本][省市县区州盟旗局委部厅]|全[省市县区州盟旗])"
)
"""A sentence of a report or plan that opens with one of these is again of those for whom it speaks."""
_DONE = re.compile(r"已(?!经?(?:知|成为))")
_ADDRESSEES = re.compile(r"\s*(?:各|国务院各|国家各|有关|省直|市直)[^。；]{4,}[：:]\s*$")
"""The line of a notice that names whom it goes to: none of them acts in what follows."""
_MEASURES = re.compile(r"(?:措施|举措|规定|要求|任务|安排|政策)(?:主要|具体)?(?:包括|如下|有|是|为)\s*[：:]\s*$")
"""进一步优化的措施包括：… in a story: what is listed below is to be done."""
_NATIONAL_PLAN = "国民经济和社会发展"


def scopes(read: ReadArticle, document: StructuredDocument) -> ScopedArticle:
    """The article with every sentence cut into clauses and every clause given its context."""
    start = origin(read, document)
    bodies = {n.text: n.body for s in read.sentences for n in s.names if n.type == "Person" and n.body}
    if start.agent is None and start.stated_by in bodies:
        spoken = Basis("speaker", "scopes.speaker", start.stated_by)
        start = start.given(spoken, agent=Inherited(bodies[start.stated_by], "Agency", "speaker"))
    walk = _Walk(start, bodies, responsible(read.sentences))
    return ScopedArticle(read, document, with_stories(tuple(walk.step(sentence) for sentence in read.sentences)))


def _is_done(text: str) -> bool:
    """Whether the first clause of a sentence that says when it holds says that it is done (已建成…)."""
    for start, end in cut(text):
        status = clause_status(text[start:end])
        if status is not None:
            return status == "achieved" and _DONE.search(text, start, end) is not None
    return False


@dataclass(slots=True)
class _Walk:
    """Where the walk through one article stands.

    article: the context under no heading. bodies: the body of each person's post. under: the context below each
    heading, by the place of the heading's last character in the original. running: what an announcing paragraph, or one
    that ends in a colon, hands to the paragraphs after it; depth: how many headings stand over that paragraph.
    paragraph, handed: the paragraph under way and what its sentences so far hand to the next. plans: national plans
    that were named, by their years. turned: the context under the heading where a report turns to what is planned.
    answering: who answers for each paragraph. event: the event that was named last, which 大会 and 会上 mean.
    """

    article: Context
    bodies: dict[str, str]
    answering: dict[int, tuple[Inherited, Basis]]
    under: dict[int, Context] = field(default_factory=dict)
    running: Context | None = None
    depth: int = 0
    paragraph: int = -1
    handed: Context = field(default_factory=Context)
    opened: bool = False
    plans: dict[tuple[int, int], Inherited] = field(default_factory=dict)
    turned: Context | None = None
    event: str | None = None

    def step(self, sentence: ReadSentence) -> ScopedSentence:
        """The next sentence with its clauses."""
        headings = sentence.sentence.headings
        places = [h.text.starts[-1] for h in headings if len(h.text)]
        base = next((self.under[p] for p in reversed(places) if p in self.under), self.article)
        if self.running is not None and len(headings) < self.depth:
            self.running = None
        for name in sentence.names:
            if name.type == "Plan" and _NATIONAL_PLAN in name.canonical and (years := five_years(name.canonical)):
                self.plans[years] = Inherited(name.canonical, "Plan", "article")
        self.event = next((n.canonical for n in reversed(sentence.names) if n.type == "Event"), self.event)
        if sentence.sentence.kind in ("heading", "title"):
            self.paragraph = -1
            return self._heading(sentence, base)
        return self._sentence(sentence, base)

    def _heading(self, sentence: ReadSentence, base: Context) -> ScopedSentence:
        if sentence.sentence.kind == "title":
            if self.article.agent is None and self.article.nature in TOLD:
                actor = subject(sentence, 0, len(sentence.text))
                if actor is not None and actor.where != "place":
                    by = read_in(sentence, *(actor.span or (0, len(sentence.text))), "title", "actors.subject")
                    self.article = self.article.given(by, agent=replace(actor, where="title"))
        else:
            if len(sentence.sentence.headings) == self.depth and not _LIST_LABEL.match(sentence.text):
                self.running = None
            narrowed = self._after_the_turn(under_heading(self.running or base, sentence), sentence)
            if narrowed.nature in TOLD:
                narrowed = held_in(self._headlined(narrowed, sentence), sentence, 0, len(sentence.text), "heading")
            for place in sentence.sentence.text.starts[-2:]:  # the heading itself may end before its full stop
                self.under[place] = narrowed
        return ScopedSentence(sentence, clauses_of(sentence, self.running or base, self.bodies)[0])

    def _headlined(self, narrowed: Context, heading: ReadSentence) -> Context:
        """The body or region that a headline begins with acts in the story below it."""
        self.event = next((n.canonical for n in heading.names if n.type == "Event"), None)
        actor = subject(heading, 0, len(heading.text))
        if actor is None:
            return narrowed
        by = read_in(heading, *(actor.span or (0, len(heading.text))), "heading", "actors.subject")
        return with_actor(narrowed, replace(actor, where="title") if actor.where == "clause" else actor, by)

    def _after_the_turn(self, narrowed: Context, heading: ReadSentence) -> Context:
        """A report first looks back, then ahead: from the first heading that plans, headings of its rank plan too."""
        depth = len(heading.sentence.headings)
        if narrowed.nature != "report" or depth:
            return narrowed
        if narrowed.status == "planned":
            self.turned = narrowed
        elif self.turned is not None and not heading.periods and heading_status(heading.text) is None:
            turned = self.turned
            bases = {**narrowed.bases, **{n: turned.bases[n] for n in ("year", "status") if n in turned.bases}}
            return replace(
                narrowed, status="planned", year=turned.year, since=turned.since, year_source=turned.year_source,
                bases=bases,
            )  # fmt: skip
        return narrowed

    def _sentence(self, sentence: ReadSentence, base: Context) -> ScopedSentence:
        depth = len(sentence.sentence.headings)
        if not self.opened and sentence.text.strip():
            self.opened = True
            self.article = opening(self.article, sentence)
            base = base if depth else self.article
        section = base
        if self.running is not None and looks_ahead_again(self.running, section, sentence):
            self.running = None
        base = self.running if self.running is not None and depth == self.depth else base
        if sentence.sentence.paragraph != self.paragraph:
            self.paragraph = sentence.sentence.paragraph
            self.handed = announced(base, sentence)
            if self.handed is not base:
                self.running, self.depth = self.handed, depth
            if self.paragraph in self.answering:
                answers, bracket = self.answering[self.paragraph]
                self.handed = self.handed.given(bracket, responsible=answers)
        elif (resumes := _RESUMES.match(sentence.text)) and not self._adds(base, resumes):
            kept = {n: self.handed.bases[n] for n in ("plan", "agent") if n in self.handed.bases}
            self.handed = replace(
                base, plan=self.handed.plan, agent=self.handed.agent, bases={**base.bases, **kept}
            )
        self._back(sentence, section)
        speaker = sentence.sentence.speaker
        if speaker is not None and speaker in self.bodies:
            own = Inherited(self.bodies[speaker], "Agency", "speaker")
            self.handed = self.handed.given(Basis("speaker", "scopes.speaker", speaker), agent=own, stated_by=speaker)
        if _ADDRESSEES.match(sentence.text):
            return ScopedSentence(sentence, clauses_of(sentence, base, {})[0])
        clauses, handed = clauses_of(sentence, self._with_national_plan(self.handed), self.bodies, self.event)
        if sentence.sentence.kind == "row":
            return ScopedSentence(sentence, clauses)  # a row says nothing of the rows below it
        self.handed = handed
        if handed.nature in TOLD and (measures := _MEASURES.search(sentence.text)):
            by = read_in(sentence, *measures.span(), "paragraph", "scopes.measures")
            self.handed = handed = handed.given(by, status="planned")
        if sentence.text.rstrip().endswith(("：", ":")):
            self.running, self.depth = self.handed, depth
            for place in sentence.sentence.text.starts[-2:]:  # structure makes it a heading of the list below it
                self.under[place] = self.handed
        return ScopedSentence(sentence, clauses)

    def _back(self, sentence: ReadSentence, base: Context) -> None:
        """What a sentence leaves behind of those before it: places and bodies of others, a year that is yet to come."""
        handed = self.handed
        if base.nature not in TOLD and _OURS.match(sentence.text):
            kept = {n: base.bases[n] for n in ("agent", "region") if n in base.bases}
            region = handed.region if base.region is None else base.region
            handed = replace(handed, agent=base.agent, region=region, bases={**handed.bases, **kept})
        ahead = handed.day is not None and handed.year is not None and handed.year > handed.day.year
        if (
            ahead and handed.status == "planned" and base.status != "planned"
            and handed.year_source == "inherited: paragraph"
            and not any(p.year is not None for p in sentence.periods)
            and _is_done(sentence.text)
        ):  # 甲市提出到2025年…。乙市已建成…
            kept = {n: base.bases[n] for n in ("year", "status") if n in base.bases}
            handed = replace(
                handed, year=base.year, since=base.since, status=base.status, year_source=base.year_source,
                bases={**handed.bases, **kept},
            )  # fmt: skip
        self.handed = handed

    @staticmethod
    def _adds(base: Context, resumes: re.Match[str]) -> bool:
        """Whether a sentence of a story adds to what the year before was told of; 已 tells how things stand now."""
        return base.nature == "news" and resumes["adds"] is not None and "已" not in resumes.string

    def _with_national_plan(self, context: Context) -> Context:
        """Targets for just the years of a national plan that the text has named are that plan's."""
        if (
            context.plan is None
            and context.status == "planned"
            and context.since is not None
            and context.year is not None
        ):
            known = self.plans.get((context.since, context.year))
            by = Basis("plan", "scopes.national_plan", known.value if known else None)
            return context.given(by, plan=known) if known else context
        return context
