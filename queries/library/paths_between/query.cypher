MATCH (a:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*one*/ 
  -[f1]->(b:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*other*/
WHERE a.id IN $one AND b.id IN $other AND a.id <> b.id AND $most >= 1
  AND f1.derived = false
RETURN 1 AS steps, a.name AS start, a.type AS start_type,
  f1.predicate AS predicate_1, 'out' AS direction_1, min(f1.id) AS fact_1,
  '' AS middle_1, '' AS middle_1_type,
  '' AS predicate_2, '' AS direction_2, '' AS fact_2,
  '' AS middle_2, '' AS middle_2_type,
  '' AS predicate_3, '' AS direction_3, '' AS fact_3,
  b.name AS end_name, b.type AS end_type
UNION
MATCH (a:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*one*/ 
  <-[f1]-(b:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*other*/
WHERE a.id IN $one AND b.id IN $other AND a.id <> b.id AND $most >= 1
  AND f1.derived = false
RETURN 1 AS steps, a.name AS start, a.type AS start_type,
  f1.predicate AS predicate_1, 'in' AS direction_1, min(f1.id) AS fact_1,
  '' AS middle_1, '' AS middle_1_type,
  '' AS predicate_2, '' AS direction_2, '' AS fact_2,
  '' AS middle_2, '' AS middle_2_type,
  '' AS predicate_3, '' AS direction_3, '' AS fact_3,
  b.name AS end_name, b.type AS end_type
UNION
MATCH (a:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*one*/ -[f1]->(m1)
  -[f2]->(b:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*other*/
WHERE a.id IN $one AND b.id IN $other AND a.id <> b.id AND $most >= 2
  AND f1.derived = false AND f2.derived = false
  AND NOT m1.id IN $one AND NOT m1.id IN $other AND m1.type <> 'Document'
RETURN 2 AS steps, a.name AS start, a.type AS start_type,
  f1.predicate AS predicate_1, 'out' AS direction_1, min(f1.id) AS fact_1,
  m1.name AS middle_1, m1.type AS middle_1_type,
  f2.predicate AS predicate_2, 'out' AS direction_2, min(f2.id) AS fact_2,
  '' AS middle_2, '' AS middle_2_type,
  '' AS predicate_3, '' AS direction_3, '' AS fact_3,
  b.name AS end_name, b.type AS end_type
UNION
MATCH (a:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*one*/ -[f1]->(m1)
  <-[f2]-(b:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*other*/
WHERE a.id IN $one AND b.id IN $other AND a.id <> b.id AND $most >= 2
  AND f1.derived = false AND f2.derived = false
  AND NOT m1.id IN $one AND NOT m1.id IN $other AND m1.type <> 'Document'
RETURN 2 AS steps, a.name AS start, a.type AS start_type,
  f1.predicate AS predicate_1, 'out' AS direction_1, min(f1.id) AS fact_1,
  m1.name AS middle_1, m1.type AS middle_1_type,
  f2.predicate AS predicate_2, 'in' AS direction_2, min(f2.id) AS fact_2,
  '' AS middle_2, '' AS middle_2_type,
  '' AS predicate_3, '' AS direction_3, '' AS fact_3,
  b.name AS end_name, b.type AS end_type
UNION
MATCH (a:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*one*/ <-[f1]-(m1)
  -[f2]->(b:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*other*/
WHERE a.id IN $one AND b.id IN $other AND a.id <> b.id AND $most >= 2
  AND f1.derived = false AND f2.derived = false
  AND NOT m1.id IN $one AND NOT m1.id IN $other AND m1.type <> 'Document'
RETURN 2 AS steps, a.name AS start, a.type AS start_type,
  f1.predicate AS predicate_1, 'in' AS direction_1, min(f1.id) AS fact_1,
  m1.name AS middle_1, m1.type AS middle_1_type,
  f2.predicate AS predicate_2, 'out' AS direction_2, min(f2.id) AS fact_2,
  '' AS middle_2, '' AS middle_2_type,
  '' AS predicate_3, '' AS direction_3, '' AS fact_3,
  b.name AS end_name, b.type AS end_type
UNION
MATCH (a:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*one*/ <-[f1]-(m1)
  <-[f2]-(b:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*other*/
WHERE a.id IN $one AND b.id IN $other AND a.id <> b.id AND $most >= 2
  AND f1.derived = false AND f2.derived = false
  AND NOT m1.id IN $one AND NOT m1.id IN $other AND m1.type <> 'Document'
RETURN 2 AS steps, a.name AS start, a.type AS start_type,
  f1.predicate AS predicate_1, 'in' AS direction_1, min(f1.id) AS fact_1,
  m1.name AS middle_1, m1.type AS middle_1_type,
  f2.predicate AS predicate_2, 'in' AS direction_2, min(f2.id) AS fact_2,
  '' AS middle_2, '' AS middle_2_type,
  '' AS predicate_3, '' AS direction_3, '' AS fact_3,
  b.name AS end_name, b.type AS end_type
UNION
MATCH (a:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*one*/ -[f1]->(m1)-[f2]->(m2)
  -[f3]->(b:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*other*/
WHERE a.id IN $one AND b.id IN $other AND a.id <> b.id AND $most >= 3
  AND f1.derived = false AND f2.derived = false AND f3.derived = false
  AND NOT m1.id IN $one AND NOT m1.id IN $other AND m1.type <> 'Document'
  AND NOT m2.id IN $one AND NOT m2.id IN $other AND m2.type <> 'Document'
  AND m1.id <> m2.id
RETURN 3 AS steps, a.name AS start, a.type AS start_type,
  f1.predicate AS predicate_1, 'out' AS direction_1, min(f1.id) AS fact_1,
  m1.name AS middle_1, m1.type AS middle_1_type,
  f2.predicate AS predicate_2, 'out' AS direction_2, min(f2.id) AS fact_2,
  m2.name AS middle_2, m2.type AS middle_2_type,
  f3.predicate AS predicate_3, 'out' AS direction_3, min(f3.id) AS fact_3,
  b.name AS end_name, b.type AS end_type
UNION
MATCH (a:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*one*/ -[f1]->(m1)-[f2]->(m2)
  <-[f3]-(b:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*other*/
WHERE a.id IN $one AND b.id IN $other AND a.id <> b.id AND $most >= 3
  AND f1.derived = false AND f2.derived = false AND f3.derived = false
  AND NOT m1.id IN $one AND NOT m1.id IN $other AND m1.type <> 'Document'
  AND NOT m2.id IN $one AND NOT m2.id IN $other AND m2.type <> 'Document'
  AND m1.id <> m2.id
RETURN 3 AS steps, a.name AS start, a.type AS start_type,
  f1.predicate AS predicate_1, 'out' AS direction_1, min(f1.id) AS fact_1,
  m1.name AS middle_1, m1.type AS middle_1_type,
  f2.predicate AS predicate_2, 'out' AS direction_2, min(f2.id) AS fact_2,
  m2.name AS middle_2, m2.type AS middle_2_type,
  f3.predicate AS predicate_3, 'in' AS direction_3, min(f3.id) AS fact_3,
  b.name AS end_name, b.type AS end_type
UNION
MATCH (a:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*one*/ -[f1]->(m1)<-[f2]-(m2)
  -[f3]->(b:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*other*/
WHERE a.id IN $one AND b.id IN $other AND a.id <> b.id AND $most >= 3
  AND f1.derived = false AND f2.derived = false AND f3.derived = false
  AND NOT m1.id IN $one AND NOT m1.id IN $other AND m1.type <> 'Document'
  AND NOT m2.id IN $one AND NOT m2.id IN $other AND m2.type <> 'Document'
  AND m1.id <> m2.id
RETURN 3 AS steps, a.name AS start, a.type AS start_type,
  f1.predicate AS predicate_1, 'out' AS direction_1, min(f1.id) AS fact_1,
  m1.name AS middle_1, m1.type AS middle_1_type,
  f2.predicate AS predicate_2, 'in' AS direction_2, min(f2.id) AS fact_2,
  m2.name AS middle_2, m2.type AS middle_2_type,
  f3.predicate AS predicate_3, 'out' AS direction_3, min(f3.id) AS fact_3,
  b.name AS end_name, b.type AS end_type
UNION
MATCH (a:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*one*/ -[f1]->(m1)<-[f2]-(m2)
  <-[f3]-(b:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*other*/
WHERE a.id IN $one AND b.id IN $other AND a.id <> b.id AND $most >= 3
  AND f1.derived = false AND f2.derived = false AND f3.derived = false
  AND NOT m1.id IN $one AND NOT m1.id IN $other AND m1.type <> 'Document'
  AND NOT m2.id IN $one AND NOT m2.id IN $other AND m2.type <> 'Document'
  AND m1.id <> m2.id
RETURN 3 AS steps, a.name AS start, a.type AS start_type,
  f1.predicate AS predicate_1, 'out' AS direction_1, min(f1.id) AS fact_1,
  m1.name AS middle_1, m1.type AS middle_1_type,
  f2.predicate AS predicate_2, 'in' AS direction_2, min(f2.id) AS fact_2,
  m2.name AS middle_2, m2.type AS middle_2_type,
  f3.predicate AS predicate_3, 'in' AS direction_3, min(f3.id) AS fact_3,
  b.name AS end_name, b.type AS end_type
UNION
MATCH (a:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*one*/ <-[f1]-(m1)-[f2]->(m2)
  -[f3]->(b:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*other*/
WHERE a.id IN $one AND b.id IN $other AND a.id <> b.id AND $most >= 3
  AND f1.derived = false AND f2.derived = false AND f3.derived = false
  AND NOT m1.id IN $one AND NOT m1.id IN $other AND m1.type <> 'Document'
  AND NOT m2.id IN $one AND NOT m2.id IN $other AND m2.type <> 'Document'
  AND m1.id <> m2.id
RETURN 3 AS steps, a.name AS start, a.type AS start_type,
  f1.predicate AS predicate_1, 'in' AS direction_1, min(f1.id) AS fact_1,
  m1.name AS middle_1, m1.type AS middle_1_type,
  f2.predicate AS predicate_2, 'out' AS direction_2, min(f2.id) AS fact_2,
  m2.name AS middle_2, m2.type AS middle_2_type,
  f3.predicate AS predicate_3, 'out' AS direction_3, min(f3.id) AS fact_3,
  b.name AS end_name, b.type AS end_type
UNION
MATCH (a:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*one*/ <-[f1]-(m1)-[f2]->(m2)
  <-[f3]-(b:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*other*/
WHERE a.id IN $one AND b.id IN $other AND a.id <> b.id AND $most >= 3
  AND f1.derived = false AND f2.derived = false AND f3.derived = false
  AND NOT m1.id IN $one AND NOT m1.id IN $other AND m1.type <> 'Document'
  AND NOT m2.id IN $one AND NOT m2.id IN $other AND m2.type <> 'Document'
  AND m1.id <> m2.id
RETURN 3 AS steps, a.name AS start, a.type AS start_type,
  f1.predicate AS predicate_1, 'in' AS direction_1, min(f1.id) AS fact_1,
  m1.name AS middle_1, m1.type AS middle_1_type,
  f2.predicate AS predicate_2, 'out' AS direction_2, min(f2.id) AS fact_2,
  m2.name AS middle_2, m2.type AS middle_2_type,
  f3.predicate AS predicate_3, 'in' AS direction_3, min(f3.id) AS fact_3,
  b.name AS end_name, b.type AS end_type
UNION
MATCH (a:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*one*/ <-[f1]-(m1)<-[f2]-(m2)
  -[f3]->(b:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*other*/
WHERE a.id IN $one AND b.id IN $other AND a.id <> b.id AND $most >= 3
  AND f1.derived = false AND f2.derived = false AND f3.derived = false
  AND NOT m1.id IN $one AND NOT m1.id IN $other AND m1.type <> 'Document'
  AND NOT m2.id IN $one AND NOT m2.id IN $other AND m2.type <> 'Document'
  AND m1.id <> m2.id
RETURN 3 AS steps, a.name AS start, a.type AS start_type,
  f1.predicate AS predicate_1, 'in' AS direction_1, min(f1.id) AS fact_1,
  m1.name AS middle_1, m1.type AS middle_1_type,
  f2.predicate AS predicate_2, 'in' AS direction_2, min(f2.id) AS fact_2,
  m2.name AS middle_2, m2.type AS middle_2_type,
  f3.predicate AS predicate_3, 'out' AS direction_3, min(f3.id) AS fact_3,
  b.name AS end_name, b.type AS end_type
UNION
MATCH (a:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*one*/ <-[f1]-(m1)<-[f2]-(m2)
  <-[f3]-(b:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*other*/
WHERE a.id IN $one AND b.id IN $other AND a.id <> b.id AND $most >= 3
  AND f1.derived = false AND f2.derived = false AND f3.derived = false
  AND NOT m1.id IN $one AND NOT m1.id IN $other AND m1.type <> 'Document'
  AND NOT m2.id IN $one AND NOT m2.id IN $other AND m2.type <> 'Document'
  AND m1.id <> m2.id
RETURN 3 AS steps, a.name AS start, a.type AS start_type,
  f1.predicate AS predicate_1, 'in' AS direction_1, min(f1.id) AS fact_1,
  m1.name AS middle_1, m1.type AS middle_1_type,
  f2.predicate AS predicate_2, 'in' AS direction_2, min(f2.id) AS fact_2,
  m2.name AS middle_2, m2.type AS middle_2_type,
  f3.predicate AS predicate_3, 'in' AS direction_3, min(f3.id) AS fact_3,
  b.name AS end_name, b.type AS end_type
