MATCH (n:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*program*/ <-[:belongs_to]-(c:Center)
WHERE n.id IN $program AND NOT c.id IN $program
WITH DISTINCT c
OPTIONAL MATCH (c)<-[g:launches|recognises]-(a)
WHERE g.status = 'achieved'
WITH c, min(g.year) AS first_year
OPTIONAL MATCH (c)-[l:located_in|part_of]->(p)
WHERE l.predicate = 'located_in'
WITH DISTINCT c, first_year, p.name AS region
OPTIONAL MATCH (c)<-[f:launches|recognises]-(b)
RETURN c.name AS center, region, first_year, b.name AS body, f.predicate AS predicate, f.year AS year,
  f.status AS status, f.doc AS doc, f.title AS title, f.date AS date, f.quote AS quote, f.sentence AS sentence,
  f.document AS document, f.char_start AS char_start, f.char_end AS char_end, f.id AS id
