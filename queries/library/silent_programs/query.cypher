MATCH (d:Document)
WITH max(d.year) AS newest
MATCH (a)-[l:launches]->(o:Program|Center)
WHERE l.status = 'achieved' AND l.year IS NOT NULL
WITH newest, o, max(l.year) AS year, max(coalesce(l.date, '')) AS stated
WHERE year >= $first AND year <= $last AND year < newest
MATCH (o)-[h]-(x)
WHERE h.derived = false
WITH newest, o, year, stated, max(coalesce(h.year, 0)) AS named, max(coalesce(h.date, '')) AS said
WHERE named <= year AND said <= stated
OPTIONAL MATCH (o)<-[:belongs_to]-(m)-[h]-(x)
WHERE h.derived = false
WITH newest, o, year, stated, max(coalesce(h.year, 0)) AS named, max(coalesce(h.date, '')) AS said
WHERE coalesce(named, 0) <= year AND coalesce(said, '') <= stated
MATCH (a)-[f:launches]->(o)
WHERE f.status = 'achieved' AND f.year = year
OPTIONAL MATCH (a)-[:within]->(w)
WHERE w.id IN $agency
WITH f, a, newest - year AS silent_years, count(w.id) AS inside
WHERE $any_agency OR a.id IN $agency OR inside > 0
RETURN f.id AS id, silent_years /*fact f*/
