"""Reports over a graph: of one thing's lineage, of two documents compared, of the whole corpus."""

from .lineage import LineageReport, lineage_report

__all__ = ["LineageReport", "lineage_report"]
