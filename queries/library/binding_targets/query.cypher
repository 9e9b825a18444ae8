MATCH (s)-[f:targets]->(m:Metric)<-[j:judged]-(t)
WHERE j.target_fact = f.id AND f.binding = $binding
  AND ($any_plan OR f.plan IN $plan_names OR s.id IN $plan) AND f.year >= $first AND f.year <= $last
RETURN f.id AS id, j.verdict AS verdict, j.reason AS reason /*fact f*/
