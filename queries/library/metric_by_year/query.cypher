MATCH (s)-[f:targets|achieves|expects]->(m:Metric) /*metric*/
WHERE m.id IN $metric AND ($status = '' OR f.status = $status)
  AND ($any_region OR f.region IN $region_names)
  AND ((f.year >= $first AND coalesce(f.since, f.year) <= $last) OR (f.year IS NULL AND $first = 0 AND $last = 9999))
RETURN f.id AS id /*fact f*/
