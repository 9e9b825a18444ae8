MATCH (a:Agency|Organization|Region) /*agency*/ -[f:launches]->(o)
WHERE a.id IN $agency AND ($status = '' OR f.status = $status)
  AND ((f.year >= $first AND coalesce(f.since, f.year) <= $last) OR (f.year IS NULL AND $first = 0 AND $last = 9999))
RETURN f.id AS id /*fact f*/
UNION
MATCH (a:Agency|Organization|Region) /*agency*/ <-[:within]-(d)-[f:launches]->(o)
WHERE a.id IN $agency AND $departments AND ($status = '' OR f.status = $status)
  AND ((f.year >= $first AND coalesce(f.since, f.year) <= $last) OR (f.year IS NULL AND $first = 0 AND $last = 9999))
RETURN f.id AS id /*fact f*/
