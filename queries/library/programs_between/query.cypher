OPTIONAL MATCH (w:Agency|Organization|Region) /*agency*/ <-[x:within|part_of]-(d)
WHERE w.id IN $agency AND x.predicate = 'within'
WITH collect(DISTINCT d.id) AS departments
MATCH (p:Program)
WITH departments, p, p.id AS node
OPTIONAL MATCH (p)<-[f]-(s)
WHERE f.derived = false AND ($any_agency OR s.id IN $agency OR s.id IN departments)
WITH departments, p, node,
  count(DISTINCT CASE WHEN f.year >= $earlier AND coalesce(f.since, f.year) <= $earlier THEN f.id END) AS before1,
  count(DISTINCT CASE WHEN f.year >= $later AND coalesce(f.since, f.year) <= $later THEN f.id END) AS after1
OPTIONAL MATCH (p)-[f]->(o)
WHERE f.derived = false AND o.id <> node AND ($any_agency OR node IN departments)
WITH departments, p, node, before1, after1,
  count(DISTINCT CASE WHEN f.year >= $earlier AND coalesce(f.since, f.year) <= $earlier THEN f.id END) AS before2,
  count(DISTINCT CASE WHEN f.year >= $later AND coalesce(f.since, f.year) <= $later THEN f.id END) AS after2
OPTIONAL MATCH (p)<-[b:belongs_to|measures]-(m:Metric)<-[f:targets|achieves|expects]-(s)
WHERE (b.predicate = 'belongs_to' OR (b.before = '' AND b.after = '')) AND s.id <> node
  AND ($any_agency OR s.id IN $agency OR s.id IN departments)
WITH p, before1, after1, before2, after2,
  count(DISTINCT CASE WHEN f.year >= $earlier AND coalesce(f.since, f.year) <= $earlier THEN f.id END) AS before3,
  count(DISTINCT CASE WHEN f.year >= $later AND coalesce(f.since, f.year) <= $later THEN f.id END) AS after3
WITH p, before1 + before2 + before3 AS facts_earlier, after1 + after2 + after3 AS facts_later
WHERE facts_earlier > 0 OR facts_later > 0
RETURN p.name AS program, facts_earlier, facts_later,
  CASE WHEN facts_earlier = 0 THEN 'new' WHEN facts_later = 0 THEN 'dropped' ELSE 'continued' END AS change
