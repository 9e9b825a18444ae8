MATCH (s)-[f:targets|achieves|expects]->(m:Metric)-[:counts_as]->(c:Metric)
WHERE ($any_metric OR m.id IN $metric) AND ($status = '' OR f.status = $status)
  AND ($any_region OR f.region IN $region_names)
  AND f.value IS NOT NULL AND f.year >= $first AND coalesce(f.since, f.year) <= $last
MATCH (c)<-[:counts_as]-(n:Metric)<-[g:targets|achieves|expects]-(t)
WHERE g.value IS NOT NULL AND g.year = f.year AND coalesce(g.since, g.year) = coalesce(f.since, f.year)
  AND g.status = f.status AND g.measure = f.measure AND coalesce(g.unit, '') = coalesce(f.unit, '')
  AND coalesce(g.region, '') = coalesce(f.region, '')
  AND coalesce(g.base_year, f.base_year, 0) = coalesce(f.base_year, g.base_year, 0)
  AND (g.value <> f.value OR coalesce(g.high, g.value) <> coalesce(f.high, f.value))
  AND (coalesce(f.date, '') < coalesce(g.date, '') OR (coalesce(f.date, '') = coalesce(g.date, '') AND f.id < g.id))
  AND ($same_sentence OR NOT (f.document = g.document AND f.sentence = g.sentence))
RETURN f.id AS id,
  g.value AS other_value, g.high AS other_high, g.cmp AS other_cmp, g.agent AS other_agent, g.doc AS other_doc,
  g.title AS other_title, g.date AS other_date, g.quote AS other_quote, g.sentence AS other_sentence,
  g.document AS other_document, g.char_start AS other_char_start, g.char_end AS other_char_end,
  g.id AS other_id /*fact f*/
