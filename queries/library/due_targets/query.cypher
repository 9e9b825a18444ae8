MATCH (s)-[f:targets]->(m:Metric)
WHERE ($any_body OR s.id IN $body) AND f.year >= $first AND f.year <= $last
  AND ($any_plan OR f.plan IN $plan_names OR s.id IN $plan) AND ($any_region OR f.region IN $region_names)
RETURN f.id AS id /*fact f*/
UNION
MATCH (w:Agency|Organization|Region|Center|Person) /*body*/ <-[:within]-(s)-[f:targets]->(m:Metric)
WHERE w.id IN $body AND f.year >= $first AND f.year <= $last
  AND ($any_plan OR f.plan IN $plan_names OR s.id IN $plan) AND ($any_region OR f.region IN $region_names)
RETURN f.id AS id /*fact f*/
UNION
UNWIND $body_names AS name
MATCH (s)-[f:targets]->(m:Metric)
WHERE NOT name CONTAINS '、' AND ('、' + f.agent + '、') CONTAINS ('、' + name + '、')
  AND f.year >= $first AND f.year <= $last
  AND ($any_plan OR f.plan IN $plan_names OR s.id IN $plan) AND ($any_region OR f.region IN $region_names)
RETURN f.id AS id /*fact f*/
UNION
MATCH (w:Agency|Organization|Region|Center|Person) /*body*/ <-[:within]-(d)
WHERE w.id IN $body AND NOT d.name CONTAINS '、'
WITH DISTINCT d.name AS name
MATCH (s)-[f:targets]->(m:Metric)
WHERE ('、' + f.agent + '、') CONTAINS ('、' + name + '、')
  AND f.year >= $first AND f.year <= $last
  AND ($any_plan OR f.plan IN $plan_names OR s.id IN $plan) AND ($any_region OR f.region IN $region_names)
RETURN f.id AS id /*fact f*/
