MATCH (s)-[f:targets|achieves|expects]->(m:Metric) /*metric*/
WHERE m.id IN $metric AND ($any_region OR f.region IN $region_names)
  AND ($year = 0 OR (f.year >= $year AND coalesce(f.since, f.year) <= $year))
RETURN f.id AS id, f.year - f.stated_year AS years_ahead /*fact f*/
