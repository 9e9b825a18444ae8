MATCH (b:Agency|Organization|Region|Center|Person) /*body*/ -[:within]-> (o)
WHERE b.id IN $body
OPTIONAL MATCH (b)-[:within]->(x)-[:within]->(o)
WITH b, o, count(DISTINCT x.id) AS between
OPTIONAL MATCH (b)-[f:part_of]->(o)
WHERE f.derived = false
RETURN 'above' AS side, b.name AS body, o.name AS name, o.type AS type, between, f.doc AS doc, f.title AS title,
  f.date AS date, f.quote AS quote, f.sentence AS sentence, f.document AS document, f.char_start AS char_start,
  f.char_end AS char_end, f.id AS id
UNION
MATCH (b:Agency|Organization|Region|Center|Person) /*body*/ <-[:within]- (o)
WHERE b.id IN $body
OPTIONAL MATCH (o)-[:within]->(x)-[:within]->(b)
WITH b, o, count(DISTINCT x.id) AS between
OPTIONAL MATCH (o)-[f:part_of]->(b)
WHERE f.derived = false
RETURN 'below' AS side, b.name AS body, o.name AS name, o.type AS type, between, f.doc AS doc, f.title AS title,
  f.date AS date, f.quote AS quote, f.sentence AS sentence, f.document AS document, f.char_start AS char_start,
  f.char_end AS char_end, f.id AS id
