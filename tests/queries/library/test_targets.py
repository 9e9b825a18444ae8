"""The questions about targets and figures, over the written graph and over statements added to it."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest

from policygraph.queries.engines import NetworkxEngine
from policygraph.queries.runner import ask

PLAN = "“十四五”智造规划"
FACTORIES = ("Metric", "示范工厂")


def rows(
    network: nx.MultiDiGraph[tuple[str, str]], question: str, columns: str, **parameters: object
) -> list[tuple[object, ...]]:
    return [tuple(row[c] for c in columns.split()) for row in ask(NetworkxEngine(network), question, **parameters)]


@pytest.fixture
def more(network: nx.MultiDiGraph[tuple[str, str]]) -> nx.MultiDiGraph[tuple[str, str]]:
    """A copy of the written graph that a test may add statements to."""
    return network.copy()


def say_again(network: nx.MultiDiGraph[tuple[str, str]], value: float, of: float, **changes: Any) -> None:
    """Adds the statement about 示范工厂 whose value is `of` once more with another value, as a later briefing's."""
    source, target, told = next(
        (s, t, d) for s, t, d in network.edges(data=True) if t == FACTORIES and d.get("value") == of
    )
    later = {
        "value": value,
        "id": f"again {value}",
        "date": "2023-06-01",
        "document": "续.txt",
        "sentence": f"续{value}。",
    }
    network.add_edge(source, target, f"again {value}", **{**told, **later, **changes})


def test_due_targets_by_years_body_plan_and_region(network: nx.MultiDiGraph[tuple[str, str]]) -> None:
    assert rows(network, "due_targets", "year value", first=2024, last=2024) == [(2024, 300), (2024, 40), (2024, None)]
    assert rows(network, "due_targets", "value", last=2018) == [(3,)]
    assert rows(network, "due_targets", "value", body="江苏省") == [(300,)]  # acts in it; the plan answers for it
    assert rows(network, "due_targets", "value", body="工业和信息化部") == [(3,)]  # that of its department
    assert rows(network, "due_targets", "value", plan=PLAN, first=2025) == [(5,), (500,), (50,)]
    assert rows(network, "due_targets", "value", region="江苏", first=2025) == []


def test_as_stated_is_in_the_order_of_dates(network: nx.MultiDiGraph[tuple[str, str]]) -> None:
    columns = "date year status value years_ahead"
    assert rows(network, "as_stated", columns, metric="国家制造业创新中心", year=2018) == [
        ("2018-01-10", 2018, "planned", 3, 0)
    ]
    assert rows(network, "as_stated", columns, metric="国家制造业创新中心", year=2022) == [
        ("2021-12-28", 2025, "planned", 5, 4)  # its period from 2021 holds the year
    ]
    dates = [date for (date,) in rows(network, "as_stated", "date", metric="示范工厂")]
    assert dates == sorted(dates)
    assert len(dates) == 5


def test_conflicting_figures_agree_in_all_but_the_value(more: nx.MultiDiGraph[tuple[str, str]]) -> None:
    assert rows(more, "conflicting_figures", "id") == []
    say_again(more, 430, 421)
    say_again(more, 431, 421, region="浙江省")
    say_again(more, 432, 421, year=2021)
    say_again(more, 433, 421, unit="个")
    say_again(more, 421, 421, cmp="ge")
    columns = "value other_value other_date other_document"
    assert rows(more, "conflicting_figures", columns) == [
        (421, 430, "2023-06-01", "续.txt"),
        (421, 430, "2023-06-01", "续.txt"),  # the statement that repeats 421 contradicts 430 as well
    ]


def test_two_values_of_one_sentence_conflict_only_where_asked_for(more: nx.MultiDiGraph[tuple[str, str]]) -> None:
    say_again(more, 422, 421, document="2023简报.txt", sentence="截至2022年底，全国建成示范工厂421家。")
    assert rows(more, "conflicting_figures", "id", metric="示范工厂") == []
    assert len(rows(more, "conflicting_figures", "id", metric="示范工厂", same_sentence=True)) == 1


def test_revised_targets_are_of_a_later_date(more: nx.MultiDiGraph[tuple[str, str]]) -> None:
    say_again(more, 600, 500)
    say_again(more, 400, 500, date=None)
    say_again(more, 500, 500)
    columns = "value later_value change later_date"
    assert rows(more, "revised_targets", columns) == [(500, 600, 100, "2023-06-01")]
    assert rows(more, "revised_targets", columns, repeated=True) == [
        (500, 500, 0, "2023-06-01"),
        (500, 600, 100, "2023-06-01"),
    ]
    assert rows(more, "revised_targets", columns, first=2026) == []


def test_the_change_of_a_range_is_not_known(more: nx.MultiDiGraph[tuple[str, str]]) -> None:
    say_again(more, 500, 500, high=600)
    assert rows(more, "revised_targets", "value later_high change") == [(500, 600, None)]


def test_growth_goes_from_a_stated_year_to_the_next(more: nx.MultiDiGraph[tuple[str, str]]) -> None:
    columns = "earlier_year year earlier_value value change years"
    assert rows(more, "growth_of", columns, metric="示范工厂") == [(2020, 2022, 320, 421, 101, 2)]
    say_again(more, 350.3, 421, year=2021)
    assert rows(more, "growth_of", columns, metric="示范工厂") == [
        (2020, 2021, 320, 350.3, 30.3, 1),
        (2021, 2022, 350.3, 421, 70.7, 1),
    ]
    assert rows(more, "growth_of", columns, metric="国家制造业创新中心") == []  # what was added is no total
