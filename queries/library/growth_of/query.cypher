MATCH (s)-[g:achieves]->(m:Metric) /*metric*/
WHERE m.id IN $metric AND g.measure IN ['total', 'amount', 'level', 'share']
  AND ($any_region OR g.region IN $region_names)
  AND g.value IS NOT NULL AND g.high IS NULL AND coalesce(g.since, g.year) = g.year
  AND g.year >= $first AND g.year <= $last
MATCH (t)-[f:achieves]->(n:Metric) /*metric*/
WHERE n.id IN $metric AND f.year < g.year AND f.year >= $first
  AND f.value IS NOT NULL AND f.high IS NULL AND coalesce(f.since, f.year) = f.year
  AND f.measure = g.measure AND coalesce(f.unit, '') = coalesce(g.unit, '')
  AND coalesce(f.region, '') = coalesce(g.region, '')
WITH g, max(f.year) AS before
MATCH (t)-[f:achieves]->(n:Metric) /*metric*/
WHERE n.id IN $metric AND f.year = before
  AND f.value IS NOT NULL AND f.high IS NULL AND coalesce(f.since, f.year) = f.year
  AND f.measure = g.measure AND coalesce(f.unit, '') = coalesce(g.unit, '')
  AND coalesce(f.region, '') = coalesce(g.region, '')
WITH g, f, g.value - f.value AS difference
RETURN g.id AS id, CASE WHEN abs(difference) < 1000000000 THEN floor(difference * 1000000 + 0.5) / 1000000
    ELSE floor(difference + 0.5) END AS change, g.year - f.year AS years,
  f.year AS earlier_year, f.value AS earlier_value, f.cmp AS earlier_cmp, f.agent AS earlier_agent,
  f.doc AS earlier_doc, f.title AS earlier_title, f.date AS earlier_date, f.quote AS earlier_quote,
  f.sentence AS earlier_sentence, f.document AS earlier_document, f.char_start AS earlier_char_start,
  f.char_end AS earlier_char_end, f.id AS earlier_id /*fact g*/
