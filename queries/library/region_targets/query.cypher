MATCH (s)-[f:targets]->(m:Metric)
WHERE f.region IN $region_names
  AND ((f.year >= $first AND coalesce(f.since, f.year) <= $last) OR (f.year IS NULL AND $first = 0 AND $last = 9999))
RETURN f.id AS id /*fact f*/
