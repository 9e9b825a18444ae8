MATCH (a)-[f:issues]->(o)
WHERE $any_agency
  AND ((f.year >= $first AND coalesce(f.since, f.year) <= $last) OR (f.year IS NULL AND $first = 0 AND $last = 9999))
MATCH (o)<-[g:issues]-(b)
WHERE g.document = f.document AND g.sentence = f.sentence
WITH f, count(DISTINCT b.id) AS issuers
WHERE issuers > 1
RETURN f.id AS id, issuers /*fact f*/
UNION
MATCH (w:Agency|Organization|Region) /*agency*/ -[h:issues]->(o)
WHERE w.id IN $agency
MATCH (o)<-[f:issues]-(a)
WHERE f.document = h.document AND f.sentence = h.sentence
  AND ((f.year >= $first AND coalesce(f.since, f.year) <= $last) OR (f.year IS NULL AND $first = 0 AND $last = 9999))
MATCH (o)<-[g:issues]-(b)
WHERE g.document = f.document AND g.sentence = f.sentence
WITH f, count(DISTINCT b.id) AS issuers
WHERE issuers > 1
RETURN f.id AS id, issuers /*fact f*/
UNION
MATCH (w:Agency|Organization|Region) /*agency*/ <-[:within]-(d)-[h:issues]->(o)
WHERE w.id IN $agency
MATCH (o)<-[f:issues]-(a)
WHERE f.document = h.document AND f.sentence = h.sentence
  AND ((f.year >= $first AND coalesce(f.since, f.year) <= $last) OR (f.year IS NULL AND $first = 0 AND $last = 9999))
MATCH (o)<-[g:issues]-(b)
WHERE g.document = f.document AND g.sentence = f.sentence
WITH f, count(DISTINCT b.id) AS issuers
WHERE issuers > 1
RETURN f.id AS id, issuers /*fact f*/
