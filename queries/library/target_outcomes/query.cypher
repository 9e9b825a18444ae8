MATCH (s)-[f:targets]->(m:Metric)-[:counts_as]->(r:Metric)
WHERE f.plan IN $plan_names
WITH f, r, coalesce(f.unit, '') AS unit, coalesce(f.region, '') AS region, f.value IS NULL AS goal,
  coalesce(f.since, f.base_year, f.stated_year, 0) AS begin, coalesce(f.date, '') AS stated
OPTIONAL MATCH (r)<-[:counts_as]-(n:Metric)<-[g:achieves]-(t)
WHERE coalesce(g.unit, '') = unit AND coalesce(g.region, '') = region AND (g.value IS NULL) = goal
  AND g.year >= begin AND coalesce(g.date, '9999') >= stated
RETURN f.id AS id, g.year AS outcome_year, g.value AS outcome_value, g.high AS outcome_high, g.unit AS outcome_unit,
  g.cmp AS outcome_cmp, g.measure AS outcome_measure, g.goal_text AS outcome_goal_text, g.doc AS outcome_doc,
  g.title AS outcome_title, g.date AS outcome_date, g.quote AS outcome_quote, g.sentence AS outcome_sentence,
  g.document AS outcome_document, g.char_start AS outcome_char_start, g.char_end AS outcome_char_end,
  g.id AS outcome_id /*fact f*/
UNION
MATCH (s) /*plan*/ -[f:targets]->(m:Metric)-[:counts_as]->(r:Metric)
WHERE s.id IN $plan
WITH f, r, coalesce(f.unit, '') AS unit, coalesce(f.region, '') AS region, f.value IS NULL AS goal,
  coalesce(f.since, f.base_year, f.stated_year, 0) AS begin, coalesce(f.date, '') AS stated
OPTIONAL MATCH (r)<-[:counts_as]-(n:Metric)<-[g:achieves]-(t)
WHERE coalesce(g.unit, '') = unit AND coalesce(g.region, '') = region AND (g.value IS NULL) = goal
  AND g.year >= begin AND coalesce(g.date, '9999') >= stated
RETURN f.id AS id, g.year AS outcome_year, g.value AS outcome_value, g.high AS outcome_high, g.unit AS outcome_unit,
  g.cmp AS outcome_cmp, g.measure AS outcome_measure, g.goal_text AS outcome_goal_text, g.doc AS outcome_doc,
  g.title AS outcome_title, g.date AS outcome_date, g.quote AS outcome_quote, g.sentence AS outcome_sentence,
  g.document AS outcome_document, g.char_start AS outcome_char_start, g.char_end AS outcome_char_end,
  g.id AS outcome_id /*fact f*/
