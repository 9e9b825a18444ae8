MATCH (p) /*person*/ -[f:holds_post]->(b) /*body*/
WHERE ($any_person OR p.id IN $person) AND ($any_body OR b.id IN $body)
  AND ((f.year >= $first AND coalesce(f.since, f.year) <= $last) OR (f.year IS NULL AND $first = 0 AND $last = 9999))
RETURN f.id AS id /*fact f*/
UNION
MATCH (w:Agency|Organization|Region|Center) /*body*/ <-[:within]-(b)<-[f:holds_post]-(p)
WHERE w.id IN $body AND ($any_person OR p.id IN $person)
  AND ((f.year >= $first AND coalesce(f.since, f.year) <= $last) OR (f.year IS NULL AND $first = 0 AND $last = 9999))
RETURN f.id AS id /*fact f*/
