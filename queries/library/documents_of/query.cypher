OPTIONAL MATCH (i:Agency|Organization|Region) /*issuer*/
WHERE i.id IN $issuer
WITH collect(i.name) AS issuers
MATCH (s)-[f]->(o)
WHERE $any_thing AND f.derived = false
WITH issuers, f.document AS place, count(DISTINCT f.id) AS facts
MATCH (d:Document)
WHERE d.key = place AND ($any_issuer OR any(name IN issuers WHERE d.issuer CONTAINS name))
RETURN d.key AS key, d.date AS date, d.title AS title, d.issuer AS issuer, d.nature AS nature, d.number AS number, facts
UNION
OPTIONAL MATCH (i:Agency|Organization|Region) /*issuer*/
WHERE i.id IN $issuer
WITH collect(i.name) AS issuers
MATCH (s)-[f]->(o)
WHERE $any_thing AND f.derived = false
WITH issuers, f.article AS place, count(DISTINCT f.id) AS facts
MATCH (d:Document)
WHERE d.key = place AND ($any_issuer OR any(name IN issuers WHERE d.issuer CONTAINS name))
RETURN d.key AS key, d.date AS date, d.title AS title, d.issuer AS issuer, d.nature AS nature, d.number AS number, facts
UNION
OPTIONAL MATCH (i:Agency|Organization|Region) /*issuer*/
WHERE i.id IN $issuer
WITH collect(i.name) AS issuers
MATCH (n:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*thing*/ -[f]-(o)
WHERE n.id IN $thing AND f.derived = false
WITH issuers, f.document AS place, count(DISTINCT f.id) AS facts
MATCH (d:Document)
WHERE d.key = place AND ($any_issuer OR any(name IN issuers WHERE d.issuer CONTAINS name))
RETURN d.key AS key, d.date AS date, d.title AS title, d.issuer AS issuer, d.nature AS nature, d.number AS number, facts
UNION
OPTIONAL MATCH (i:Agency|Organization|Region) /*issuer*/
WHERE i.id IN $issuer
WITH collect(i.name) AS issuers
MATCH (n:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*thing*/ -[f]-(o)
WHERE n.id IN $thing AND f.derived = false
WITH issuers, f.article AS place, count(DISTINCT f.id) AS facts
MATCH (d:Document)
WHERE d.key = place AND ($any_issuer OR any(name IN issuers WHERE d.issuer CONTAINS name))
RETURN d.key AS key, d.date AS date, d.title AS title, d.issuer AS issuer, d.nature AS nature, d.number AS number, facts
UNION
OPTIONAL MATCH (i:Agency|Organization|Region) /*issuer*/
WHERE i.id IN $issuer
WITH collect(i.name) AS issuers
OPTIONAL MATCH (s)-[f]->(o)
WHERE f.derived = false
WITH issuers, collect(DISTINCT f.document) AS files, collect(DISTINCT f.article) AS articles
MATCH (d:Document)
WHERE $any_thing AND d.key IS NOT NULL AND NOT d.key IN files AND NOT d.key IN articles
  AND ($any_issuer OR any(name IN issuers WHERE d.issuer CONTAINS name))
RETURN d.key AS key, d.date AS date, d.title AS title, d.issuer AS issuer, d.nature AS nature, d.number AS number, 0 AS facts
