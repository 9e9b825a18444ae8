MATCH (b) /*body*/ -[f:leads]->(o) /*task*/
WHERE ($any_body OR b.id IN $body) AND ($any_task OR o.id IN $task)
  AND ((f.year >= $first AND coalesce(f.since, f.year) <= $last) OR (f.year IS NULL AND $first = 0 AND $last = 9999))
RETURN f.id AS id /*fact f*/
UNION
MATCH (w:Agency|Organization|Region|Center) /*body*/ <-[:within]-(b)-[f:leads]->(o)
WHERE w.id IN $body AND ($any_task OR o.id IN $task)
  AND ((f.year >= $first AND coalesce(f.since, f.year) <= $last) OR (f.year IS NULL AND $first = 0 AND $last = 9999))
RETURN f.id AS id /*fact f*/
