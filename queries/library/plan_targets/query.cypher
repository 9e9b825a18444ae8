MATCH (s)-[f:targets]->(m:Metric)
WHERE f.plan IN $plan_names
RETURN f.id AS id /*fact f*/
UNION
MATCH (s:Plan|Document|Program) /*plan*/ -[f:targets]->(m:Metric)
WHERE s.id IN $plan
RETURN f.id AS id /*fact f*/
