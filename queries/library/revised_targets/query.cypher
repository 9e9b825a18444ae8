MATCH (s)-[f:targets]->(m:Metric)-[:counts_as]->(c:Metric)
WHERE ($any_metric OR m.id IN $metric) AND ($any_region OR f.region IN $region_names)
  AND f.value IS NOT NULL AND f.year >= $first AND f.year <= $last
MATCH (c)<-[:counts_as]-(n:Metric)<-[g:targets]-(t)
WHERE g.value IS NOT NULL AND g.date > f.date
  AND g.year = f.year AND coalesce(g.since, g.year) = coalesce(f.since, f.year)
  AND g.measure = f.measure AND coalesce(g.unit, '') = coalesce(f.unit, '')
  AND coalesce(g.region, '') = coalesce(f.region, '')
  AND ($repeated OR g.value <> f.value OR coalesce(g.high, g.value) <> coalesce(f.high, f.value))
WITH f, g, CASE WHEN f.high IS NULL AND g.high IS NULL THEN g.value - f.value ELSE NULL END AS difference
RETURN f.id AS id, CASE WHEN abs(difference) < 1000000000 THEN floor(difference * 1000000 + 0.5) / 1000000
    ELSE floor(difference + 0.5) END AS change,
  g.value AS later_value, g.high AS later_high, g.cmp AS later_cmp, g.plan AS later_plan, g.doc AS later_doc,
  g.title AS later_title, g.date AS later_date, g.quote AS later_quote, g.sentence AS later_sentence,
  g.document AS later_document, g.char_start AS later_char_start, g.char_end AS later_char_end,
  g.id AS later_id /*fact f*/
