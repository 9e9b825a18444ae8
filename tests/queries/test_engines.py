"""One suite over every engine: each question's answer is that of its reference, row by row and type by type."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from policygraph.conductor import Build
from policygraph.graph import Builder, Graph, StoredDocument, open_graph
from policygraph.graph.neo4j import Neo4jGraph, connect
from policygraph.graph.property_graph import PropertyGraph
from policygraph.queries.directory import Directory
from policygraph.queries.engines import ENGINES, CypherEngine, Engine, opened_engine
from policygraph.queries.questions import Question, questions
from policygraph.queries.runner import ask
from policygraph.queries.wording import Unanswerable
from policygraph.schema.documents import DocumentInfo, Stated
from policygraph.schema.facts import Entity, Evidence, Figure, Relation

OTHERS = (*(name for name in ENGINES if name != "networkx"), "neo4j")
NAMES = sorted(questions())
EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "corpus"
Answer = list[dict[str, tuple[Any, type]]] | str


class Engines:
    """The engines over one graph file, each opened when it is first asked."""

    def __init__(self, graph: Graph, stack: ExitStack, folder: Path) -> None:
        self.graph, self._stack, self._folder = graph, stack, folder
        self._opened: dict[str, Engine] = {}
        self._expected: dict[str, Answer] = {}

    def __getitem__(self, name: str) -> Engine:
        if name not in self._opened:
            self._opened[name] = opened_engine(name, self.graph, self._stack, self._folder)
        return self._opened[name]

    def expected(self, name: str, parameters: dict[str, Any]) -> Answer:
        """The answer of the reference, found once."""
        key = repr((name, sorted(parameters.items())))
        if key not in self._expected:
            self._expected[key] = answer(self["networkx"], name, parameters)
        return self._expected[key]


class Database:
    """A real server. It holds one graph at a time, and is filled anew by difference when another one is asked for."""

    def __init__(self, opened: Neo4jGraph) -> None:
        self._opened = opened
        self._held: tuple[Engines, Engine] | None = None

    def engine(self, engines: Engines) -> Engine:
        """The server as an engine over the graph of these engines."""
        if self._held is None or self._held[0] is not engines:
            self._held = None
            self._opened.load(engines.graph, replace=True)
            directory = Directory.of(PropertyGraph(engines.graph))
            self._held = engines, CypherEngine(directory, self._opened, narrow=False)
        return self._held[1]


def answer(engine: Engine, name: str, parameters: dict[str, Any]) -> Answer:
    """The rows with the type of every value, in their order; or why there are none."""
    try:
        table = ask(engine, name, **parameters)
    except Unanswerable as error:
        return error.said("en")
    return [{column: (value, type(value)) for column, value in row.items()} for row in table]


@pytest.fixture(scope="module", params=["examples", "seeds", "corpus"])
def engines(
    request: pytest.FixtureRequest, built_folder: Callable[[Path], Build], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engines]:
    """The engines over the example documents, and over the real ones where they are beside the checkout."""
    if request.param == "examples":
        folder = EXAMPLES
    else:
        corpus = request.getfixturevalue("shared") / "corpus"
        folder = corpus / "seeds" if request.param == "seeds" else corpus
    with ExitStack() as stack:
        graph = stack.enter_context(open_graph(built_folder(folder).report.path))
        yield Engines(graph, stack, tmp_path_factory.mktemp("indexes"))


@pytest.fixture(scope="module")
def database(neo4j_server: Any) -> Iterator[Database]:
    """A real Neo4j server; starts as tests/conftest.py says."""
    neo4j_server.empty()
    with connect(neo4j_server.uri, neo4j_server.user, neo4j_server.password) as opened:
        yield Database(opened)


@pytest.fixture(params=OTHERS)
def other(request: pytest.FixtureRequest) -> Callable[[Engines], Engine]:
    """other(engines): the engine that is compared with the reference, over the graph of these engines."""
    name: str = request.param
    if name == "neo4j":
        database: Database = request.getfixturevalue("database")
        return database.engine
    return lambda engines: engines[name]


@pytest.mark.parametrize("name", NAMES)
def test_every_engine_gives_the_answer_of_the_reference(
    engines: Engines, other: Callable[[Engines], Engine], name: str
) -> None:
    for given_ in map(dict, questions()[name].examples):
        assert answer(other(engines), name, given_) == engines.expected(name, given_), given_


@pytest.mark.parametrize("name", NAMES)
def test_some_example_of_every_question_has_an_answer(name: str, built_folder: Callable[[Path], Build]) -> None:
    with ExitStack() as stack:
        graph = stack.enter_context(open_graph(built_folder(EXAMPLES).report.path))
        reference = opened_engine("networkx", graph, stack)
        answers = [answer(reference, name, dict(example)) for example in questions()[name].examples]
    assert any(rows and not isinstance(rows, str) for rows in answers), "no rows for any example on examples/corpus"


# What graphs of the wild hold and tests of one's own making leave out: quotes, slashes, what other languages read as
# code, marks that break lines, characters beyond the basic plane, and names that begin each other.
ODD = (
    "国家制造业创新中心", "首批国家制造业创新中心", "光电国家制造业创新中心", "O'Neil", '"双引号"', "反\\斜线",
    "a/b#c?d=e&f", "x'}) DETACH DELETE n //", '> } ; DROP ALL # "', "换\n行", "制\t表", "𠮷野", "（2021—2025年）规划",
    "工业和信息化部",
    "工业和信息化部科技司", "$agency", "`反引号`", "<a>&amp;</a>", "江苏省", "苏州市",
)  # fmt: skip
TYPES = ("Agency", "Organization", "Program", "Center", "Plan", "Event", "Person", "Region", "Metric")
RELATIONS = (
    "issues", "launches", "recognises", "hosts", "leads", "participates", "deploys", "implements", "succeeds",
    "located_in", "part_of", "holds_post",
)  # fmt: skip
years = st.one_of(st.none(), st.integers(2015, 2025))
things = st.builds(Entity, st.sampled_from(ODD), st.sampled_from(TYPES))
relations = st.tuples(things, st.sampled_from(RELATIONS), things, years, st.sampled_from(["achieved", "planned", None]))
figures = st.fixed_dictionaries({
    "value": st.sampled_from([1.0, 2.5, 70.0, 1e12, 0.0]), "subject": st.sampled_from(ODD), "year": years,
    "unit": st.sampled_from(["家", None]), "status": st.sampled_from(["achieved", "planned", "forecast"]),
    "measure": st.sampled_from(["total", "new"]), "plan": st.sampled_from([None, "（2021—2025年）规划"]),
    "agent": st.sampled_from([None, "工业和信息化部", "O'Neil、财政部"]),
    "region": st.sampled_from([None, "江苏省", "苏州市"]),
})  # fmt: skip


def written(folder: Path, said: list[Any], dates: tuple[str | None, str | None]) -> Path:
    """A graph file of two documents that state the same facts, one after the other in one long sentence."""
    path = folder / "made.pg"
    with Builder(path) as builder:
        for number, date in enumerate(dates):
            key, text = f"{number}.txt", "甲" * (10 * len(said) + 10)
            said_on = Stated(date, "masthead") if date else None
            info = DocumentInfo(key, date=said_on, title=Stated("同一标题", "masthead"))
            document = StoredDocument(info=info, sha256="0" * 64, format="txt", original=text)
            facts = [fact(key, text, 10 * place, one) for place, one in enumerate(said)]
            builder.add(document, facts)
        builder.publish()
    return path


def fact(key: str, text: str, start: int, said: Any) -> Figure | Relation:
    evidence = Evidence(key, text[start : start + 5], text[:50], start, start + 5)
    if isinstance(said, dict):
        source = "stated" if said["year"] else None
        plan = said["plan"]
        holder = {"holder": plan, "holder_type": "Plan"} if plan and said["status"] == "planned" else {}
        return Figure(evidence=evidence, extractor="test", year_source=source, cmp="eq", **said, **holder)
    subject, predicate, thing, year, status = said
    post = "主任" if predicate == "holds_post" else None
    return Relation(evidence, "test", year, status, "stated" if year else None, subject, predicate, thing, post)


def parameters(question: Question, name: str, year: int) -> dict[str, Any]:
    """Values for every parameter of a question."""
    values: dict[str, Any] = {"name": name, "year": year, "number": 2, "flag": True}
    return {p.name: p.choices[0] if p.kind == "choice" else values[p.kind] for p in question.parameters}


CYCLE: list[Any] = [
    (Entity(one, "Plan"), predicate, Entity(two, "Plan"), 2020, None)
    for one, two in ((ODD[3], ODD[7]), (ODD[7], ODD[8]), (ODD[8], ODD[3]), (ODD[3], ODD[3]))
    for predicate in ("implements", "succeeds", "implements")
]
"""Plans that carry out each other and themselves, twice each."""
CONFLICTS: list[Any] = [
    {"subject": ODD[0], "unit": "家", "year": 2020, "measure": "total", "plan": None, "agent": None, "region": None,
     "value": value, "status": status}
    for value, status in itertools.product((1.0, 2.5, 70.0), ("achieved", "planned"))
]  # fmt: skip
"""One thing of one year with several numbers, planned and achieved."""


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(said=[], name=ODD[7], year=2020)
@example(said=CYCLE + CONFLICTS, name=ODD[3], year=2020)
@given(st.lists(st.one_of(relations, figures), max_size=30), st.sampled_from(ODD), st.integers(2014, 2026))
def test_odd_graphs_and_names_are_answered_alike(
    tmp_path_factory: pytest.TempPathFactory,
    other: Callable[[Engines], Engine],
    said: list[Any],
    name: str,
    year: int,
) -> None:
    folder = tmp_path_factory.mktemp("made")
    with ExitStack() as stack:
        graph = stack.enter_context(open_graph(written(folder, said, ("2020-01-02", None))))
        engines = Engines(graph, stack, folder)
        for question in questions().values():
            needed = {p.name for p in question.parameters if p.required}
            every = parameters(question, name, year)
            for given_ in (every, {key: value for key, value in every.items() if key in needed}):
                expected = engines.expected(question.name, given_)
                assert answer(other(engines), question.name, given_) == expected, (question.name, given_)
