MATCH (a)-[f:recognises]->(o)
WHERE ($any_agency OR a.id IN $agency) AND ($any_name OR o.id IN $name)
  AND ((f.year >= $first AND coalesce(f.since, f.year) <= $last) OR (f.year IS NULL AND $first = 0 AND $last = 9999))
RETURN f.id AS id /*fact f*/
UNION
MATCH (w:Agency|Organization|Region) /*agency*/ <-[:within]-(d)-[f:recognises]->(o)
WHERE w.id IN $agency AND ($any_name OR o.id IN $name)
  AND ((f.year >= $first AND coalesce(f.since, f.year) <= $last) OR (f.year IS NULL AND $first = 0 AND $last = 9999))
RETURN f.id AS id /*fact f*/
