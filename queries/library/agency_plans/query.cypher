MATCH (a) /*agency*/ -[f:issues]->(o)
WHERE ($any_agency OR a.id IN $agency)
  AND ((f.year >= $first AND coalesce(f.since, f.year) <= $last) OR (f.year IS NULL AND $first = 0 AND $last = 9999))
RETURN f.id AS id /*fact f*/
UNION
MATCH (w:Agency|Organization|Region) /*agency*/ <-[:within]-(d)-[f:issues]->(o)
WHERE w.id IN $agency
  AND ((f.year >= $first AND coalesce(f.since, f.year) <= $last) OR (f.year IS NULL AND $first = 0 AND $last = 9999))
RETURN f.id AS id /*fact f*/
