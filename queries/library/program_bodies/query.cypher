MATCH (n:Program|Center|Plan|Event|Metric) /*program*/ <-[f:launches|recognises|leads|participates|hosts|implements|issues|targets|achieves|expects]-(b)
WHERE n.id IN $program
  AND (f.agent IS NOT NULL OR b.type IN ['Agency', 'Organization', 'Region', 'Center', 'Person'])
  AND ((f.year >= $first AND coalesce(f.since, f.year) <= $last) OR (f.year IS NULL AND $first = 0 AND $last = 9999))
RETURN f.id AS id, coalesce(f.agent, b.name) AS body, '' AS via_name /*fact f*/
UNION
MATCH (n:Program|Center|Plan|Event|Metric) /*program*/ <-[:belongs_to]-(m)<-[f:launches|recognises|leads|participates|hosts|implements|issues|targets|achieves|expects]-(b)
WHERE n.id IN $program AND NOT m.id IN $program
  AND (f.agent IS NOT NULL OR b.type IN ['Agency', 'Organization', 'Region', 'Center', 'Person'])
  AND ((f.year >= $first AND coalesce(f.since, f.year) <= $last) OR (f.year IS NULL AND $first = 0 AND $last = 9999))
RETURN f.id AS id, coalesce(f.agent, b.name) AS body, m.name AS via_name /*fact f*/
