MATCH (d:Document)
WITH max(d.year) AS newest
MATCH (s)-[f:targets]->(m:Metric)
WHERE ((f.year > $after AND $after > 0) OR (f.year > newest AND $after = 0))
  AND ($any_region OR f.region IN $region_names)
RETURN f.id AS id /*fact f*/
