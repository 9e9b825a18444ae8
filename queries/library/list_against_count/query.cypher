MATCH (s)-[f:achieves|targets|expects]->(m:Metric)<-[:belongs_to]-(b)<-[l:launches|recognises]-(a)
WHERE ($any_metric OR m.id IN $metric) AND f.value IS NOT NULL AND f.high IS NULL
  AND f.unit IN ['个', '家', '项', '座', '名', '人', '件', '所', '处', '条', '种']
  AND l.document = f.document AND l.sentence = f.sentence AND l.char_start < f.char_end AND f.char_start < l.char_end
  AND ((f.year >= $first AND coalesce(f.since, f.year) <= $last) OR (f.year IS NULL AND $first = 0 AND $last = 9999))
WITH f, count(DISTINCT b.id) AS listed
WHERE listed > 1 AND ($matching OR (listed <> f.value AND (listed > f.value OR NOT f.sentence CONTAINS '等')))
RETURN f.id AS id, listed AS listed /*fact f*/
