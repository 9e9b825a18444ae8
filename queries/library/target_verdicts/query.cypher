MATCH (s)-[f:targets]->(m:Metric)<-[j:judged]-(t)
WHERE j.target_fact = f.id AND ($any_metric OR m.id IN $metric) AND ($any_holder OR s.id IN $holder)
  AND ($any_plan OR f.plan IN $plan_names OR s.id IN $plan) AND f.year >= $first AND f.year <= $last
  AND ($verdict = '' OR j.verdict = $verdict)
RETURN f.id AS id, j.verdict AS verdict, j.rule AS rule, j.arithmetic AS arithmetic, j.reason AS reason,
  j.outcome_quote AS outcome_quote, j.outcome_date AS outcome_date, j.outcome_doc AS outcome_doc,
  j.outcome_fact AS outcome_id /*fact f*/
