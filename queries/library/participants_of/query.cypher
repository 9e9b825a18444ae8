MATCH (b)-[f:participates]->(n) /*thing*/
WHERE ($any_thing OR n.id IN $thing)
  AND ((f.year >= $first AND coalesce(f.since, f.year) <= $last) OR (f.year IS NULL AND $first = 0 AND $last = 9999))
RETURN f.id AS id, b.name AS participant /*fact f*/
UNION
MATCH (n:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*thing*/ <-[:belongs_to]-(m)<-[f:participates]-(b)
WHERE n.id IN $thing
  AND ((f.year >= $first AND coalesce(f.since, f.year) <= $last) OR (f.year IS NULL AND $first = 0 AND $last = 9999))
RETURN f.id AS id, b.name AS participant /*fact f*/
UNION
MATCH (n:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*thing*/ <-[:belongs_to]-(m:Agency|Organization|Region|Center|Person)<-[f:launches|recognises]-(b)
WHERE n.id IN $thing AND NOT m.id IN $thing
  AND ((f.year >= $first AND coalesce(f.since, f.year) <= $last) OR (f.year IS NULL AND $first = 0 AND $last = 9999))
RETURN f.id AS id, m.name AS participant /*fact f*/
