MATCH (s)-[f:targets|achieves|expects]->(m:Metric)
WHERE f.region IN $region_names
  AND ((f.year >= $first AND coalesce(f.since, f.year) <= $last) OR (f.year IS NULL AND $first = 0 AND $last = 9999))
RETURN f.id AS id /*fact f*/
UNION
MATCH (n:Region)-[f:targets|achieves|expects|launches|recognises|hosts|leads|participates|located_in]-(o)
WHERE n.id IN $region
  AND ((f.year >= $first AND coalesce(f.since, f.year) <= $last) OR (f.year IS NULL AND $first = 0 AND $last = 9999))
RETURN f.id AS id /*fact f*/
UNION
MATCH (n:Region)<-[:within]-(b)-[f:targets|achieves|expects|launches|recognises|hosts|leads|participates|located_in]->(o)
WHERE n.id IN $region
  AND ((f.year >= $first AND coalesce(f.since, f.year) <= $last) OR (f.year IS NULL AND $first = 0 AND $last = 9999))
RETURN f.id AS id /*fact f*/
UNION
MATCH (n:Region)<-[:located_in]-(t)<-[f:launches|recognises|hosts|leads|participates]-(b)
WHERE n.id IN $region
  AND ((f.year >= $first AND coalesce(f.since, f.year) <= $last) OR (f.year IS NULL AND $first = 0 AND $last = 9999))
RETURN f.id AS id /*fact f*/
