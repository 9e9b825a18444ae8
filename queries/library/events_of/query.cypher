MATCH (e:Event)
WHERE $any_thing OR e.id IN $thing
WITH DISTINCT e
OPTIONAL MATCH (e)-[i:located_in|part_of]->(q)
WHERE i.predicate = 'located_in' AND q.id IN $place
WITH e, count(q.id) AS inside
WHERE $any_place OR inside > 0
OPTIONAL MATCH (e)-[l:located_in|part_of]->(p)
WHERE l.predicate = 'located_in'
WITH DISTINCT e, p.name AS location
MATCH (e)-[f:hosts|leads|launches|participates|deploys|located_in]-(o)
WHERE ((f.year >= $first AND coalesce(f.since, f.year) <= $last) OR (f.year IS NULL AND $first = 0 AND $last = 9999))
RETURN f.id AS id, e.name AS event, location /*fact f*/
UNION
MATCH (n:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*thing*/ -[:hosts|leads|launches|participates|deploys]->(e:Event)
WHERE n.id IN $thing
WITH DISTINCT e
OPTIONAL MATCH (e)-[i:located_in|part_of]->(q)
WHERE i.predicate = 'located_in' AND q.id IN $place
WITH e, count(q.id) AS inside
WHERE $any_place OR inside > 0
OPTIONAL MATCH (e)-[l:located_in|part_of]->(p)
WHERE l.predicate = 'located_in'
WITH DISTINCT e, p.name AS location
MATCH (e)-[f:hosts|leads|launches|participates|deploys|located_in]-(o)
WHERE ((f.year >= $first AND coalesce(f.since, f.year) <= $last) OR (f.year IS NULL AND $first = 0 AND $last = 9999))
RETURN f.id AS id, e.name AS event, location /*fact f*/
UNION
MATCH (n:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*thing*/ <-[:within]-(d)-[:hosts|leads|launches|participates|deploys]->(e:Event)
WHERE n.id IN $thing
WITH DISTINCT e
OPTIONAL MATCH (e)-[i:located_in|part_of]->(q)
WHERE i.predicate = 'located_in' AND q.id IN $place
WITH e, count(q.id) AS inside
WHERE $any_place OR inside > 0
OPTIONAL MATCH (e)-[l:located_in|part_of]->(p)
WHERE l.predicate = 'located_in'
WITH DISTINCT e, p.name AS location
MATCH (e)-[f:hosts|leads|launches|participates|deploys|located_in]-(o)
WHERE ((f.year >= $first AND coalesce(f.since, f.year) <= $last) OR (f.year IS NULL AND $first = 0 AND $last = 9999))
RETURN f.id AS id, e.name AS event, location /*fact f*/
UNION
MATCH (n:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*thing*/ <-[:belongs_to]-(e:Event)
WHERE n.id IN $thing
WITH DISTINCT e
OPTIONAL MATCH (e)-[i:located_in|part_of]->(q)
WHERE i.predicate = 'located_in' AND q.id IN $place
WITH e, count(q.id) AS inside
WHERE $any_place OR inside > 0
OPTIONAL MATCH (e)-[l:located_in|part_of]->(p)
WHERE l.predicate = 'located_in'
WITH DISTINCT e, p.name AS location
MATCH (e)-[f:hosts|leads|launches|participates|deploys|located_in]-(o)
WHERE ((f.year >= $first AND coalesce(f.since, f.year) <= $last) OR (f.year IS NULL AND $first = 0 AND $last = 9999))
RETURN f.id AS id, e.name AS event, location /*fact f*/
