MATCH (w:Agency|Organization|Region) /*agency*/
WHERE w.id IN $agency
OPTIONAL MATCH (w)<-[:within]-(d)
WITH collect(DISTINCT d.id) AS inside
MATCH (a)-[f:issues|launches]->(o)
WHERE (a.id IN $agency OR ($departments AND a.id IN inside))
  AND f.status = 'achieved' AND f.year >= $first AND f.year <= $last
RETURN f.year AS year,
  count(DISTINCT CASE WHEN f.predicate = 'issues' THEN o.id ELSE NULL END) AS plans,
  count(DISTINCT CASE WHEN f.predicate = 'launches' THEN o.id ELSE NULL END) AS launches
