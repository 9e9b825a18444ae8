"""What `import policygraph as pg` gives."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

import policygraph as pg
from policygraph.queries import PolicyGraph

REPORT = """2020年示范工作总结

　　2020年，工业和信息化部新认定国家技术创新示范企业63家，建成智能制造示范工厂110家。

2021年1月15日
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("api")
    (path / "报告.txt").write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def graph(folder: Path) -> PolicyGraph:
    return pg.build(folder, folder.parent / "api.pg", workers=1)


def test_what_is_public_is_there() -> None:
    assert sorted(pg.__all__) == sorted(set(pg.__all__))
    for name in pg.__all__:
        assert getattr(pg, name) is not None
    for name in ("build", "open", "quantities", "periods"):
        assert getattr(pg, name).__doc__


def test_import_is_light() -> None:
    """The NER pipeline takes seconds to load; reading a graph must not wait for it."""
    code = "import sys, policygraph.cli; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], timeout=60, check=False).returncode == 0


def test_build_gives_an_open_graph_with_its_report(folder: Path, graph: PolicyGraph) -> None:
    assert graph.built is not None
    assert (graph.built.report.documents, graph.built.report.refused) == (1, ())
    again = pg.build(folder, graph.path)  # and is still a function after its first call
    assert again.built is not None
    assert again.built.report.reused == ("报告.txt",)


def test_open_lineage_and_query(graph: PolicyGraph) -> None:
    with pg.open(graph.path) as opened:
        assert opened.built is None
        (row,) = (r for r in opened.lineage("国家技术创新示范企业", 2020, 2020) if r["value"])
        assert (row["value"], row["unit"], row["agent"]) == (63, "家", "工业和信息化部")
        assert REPORT[row["char_start"] : row["char_end"]] == row["quote"]
        assert [r["value"] for r in opened.ask("metric_by_year", metric="智能制造示范工厂")] == [110]
        assert "plan_targets" in opened.questions()


def test_the_networkx_graph_is_a_copy_with_an_edge_a_fact(graph: PolicyGraph) -> None:
    network = graph.networkx()
    assert isinstance(network, nx.MultiDiGraph)
    keys = {key for _, _, key, data in network.edges(keys=True, data=True) if not data["derived"]}
    assert keys == {fact.id for fact in graph.facts()}
    network.clear()
    assert len(graph.networkx()) > 0


def test_facts_are_typed(graph: PolicyGraph) -> None:
    (figure,) = (f for f in graph.facts(kind="figure") if isinstance(f, pg.Figure) and f.value == 110)
    assert (figure.subject, figure.unit, figure.year, figure.status) == ("智能制造示范工厂", "家", 2020, "achieved")


def test_quantities_and_periods_stand_on_their_own() -> None:
    (found,) = pg.quantities("投资不少于311.7亿元")
    assert isinstance(found, pg.Quantity)
    assert (found.value, found.unit, found.cmp, found.text) == (31170000000, "元", "ge", "不少于311.7亿元")
    (period,) = pg.periods("去年", on=dt.date(2018, 5, 1))
    assert (period.year, period.relative) == (2017, True)
    (unknown,) = pg.periods("去年")
    assert unknown.year is None


def test_errors_have_one_root(tmp_path: Path, graph: PolicyGraph) -> None:
    with pytest.raises(pg.StoreError):
        pg.open(tmp_path / "absent.pg")
    with pytest.raises(pg.RunError):
        pg.build(tmp_path / "absent", tmp_path / "x.pg")
    with pytest.raises(pg.QueryError):
        graph.ask("no_such_question")
    assert issubclass(pg.QueryError, pg.PolicyGraphError)
