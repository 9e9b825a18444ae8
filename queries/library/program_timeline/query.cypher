MATCH (n:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*program*/ -[f]-(o)
WHERE n.id IN $program AND f.derived = false
  AND (f.year IS NULL OR (f.year >= $first AND coalesce(f.since, f.year) <= $last))
RETURN f.id AS id, '' AS via, '' AS via_name, '' AS via_fact /*fact f*/
UNION
MATCH (n:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*program*/ <-[b:belongs_to]-(m)-[f]-(o)
WHERE n.id IN $program AND f.derived = false AND NOT m.id IN $program
  AND (f.year IS NULL OR (f.year >= $first AND coalesce(f.since, f.year) <= $last))
RETURN f.id AS id, b.via AS via, m.name AS via_name, coalesce(b.via_fact, '') AS via_fact /*fact f*/
