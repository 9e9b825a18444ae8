MATCH (n:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*thing*/ -[f]-(x)
WHERE n.id IN $thing AND f.derived = false
WITH collect(DISTINCT f.document + '//' + f.sentence) AS places
MATCH (o)-[g]-(y)
WHERE g.derived = false AND (g.document + '//' + g.sentence) IN places
  AND NOT o.id IN $thing AND o.type <> 'Document' AND ($type = '' OR o.type = $type)
WITH DISTINCT o.name AS name, o.type AS type, g.document AS document, g.sentence AS sentence
RETURN name, type, count(sentence) AS sentences, count(DISTINCT document) AS documents, min(sentence) AS sentence
