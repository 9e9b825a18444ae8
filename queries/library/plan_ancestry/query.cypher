MATCH (n:Plan|Document|Program) /*plan*/ -[f:implements|succeeds]->(m:Plan|Document|Program)
WHERE n.id IN $plan AND NOT m.id IN $plan
RETURN f.id AS id, 'earlier' AS direction, 1 AS steps, m.name AS reached, m.type AS type /*fact f*/
UNION
MATCH (n:Plan|Document|Program) /*plan*/ -[:implements|succeeds]->(n1:Plan|Document|Program)
WHERE n.id IN $plan
WITH DISTINCT n1
MATCH (n1)-[f:implements|succeeds]->(m:Plan|Document|Program)
WHERE NOT m.id IN $plan
RETURN f.id AS id, 'earlier' AS direction, 2 AS steps, m.name AS reached, m.type AS type /*fact f*/
UNION
MATCH (n:Plan|Document|Program) /*plan*/ -[:implements|succeeds]->(n1:Plan|Document|Program)
WHERE n.id IN $plan
WITH DISTINCT n1
MATCH (n1)-[:implements|succeeds]->(n2:Plan|Document|Program)
WITH DISTINCT n2
MATCH (n2)-[f:implements|succeeds]->(m:Plan|Document|Program)
WHERE NOT m.id IN $plan
RETURN f.id AS id, 'earlier' AS direction, 3 AS steps, m.name AS reached, m.type AS type /*fact f*/
UNION
MATCH (n:Plan|Document|Program) /*plan*/ -[:implements|succeeds]->(n1:Plan|Document|Program)
WHERE n.id IN $plan
WITH DISTINCT n1
MATCH (n1)-[:implements|succeeds]->(n2:Plan|Document|Program)
WITH DISTINCT n2
MATCH (n2)-[:implements|succeeds]->(n3:Plan|Document|Program)
WITH DISTINCT n3
MATCH (n3)-[f:implements|succeeds]->(m:Plan|Document|Program)
WHERE NOT m.id IN $plan
RETURN f.id AS id, 'earlier' AS direction, 4 AS steps, m.name AS reached, m.type AS type /*fact f*/
UNION
MATCH (n:Plan|Document|Program) /*plan*/ -[:implements|succeeds]->(n1:Plan|Document|Program)
WHERE n.id IN $plan
WITH DISTINCT n1
MATCH (n1)-[:implements|succeeds]->(n2:Plan|Document|Program)
WITH DISTINCT n2
MATCH (n2)-[:implements|succeeds]->(n3:Plan|Document|Program)
WITH DISTINCT n3
MATCH (n3)-[:implements|succeeds]->(n4:Plan|Document|Program)
WITH DISTINCT n4
MATCH (n4)-[f:implements|succeeds]->(m:Plan|Document|Program)
WHERE NOT m.id IN $plan
RETURN f.id AS id, 'earlier' AS direction, 5 AS steps, m.name AS reached, m.type AS type /*fact f*/
UNION
MATCH (n:Plan|Document|Program) /*plan*/ -[:implements|succeeds]->(n1:Plan|Document|Program)
WHERE n.id IN $plan
WITH DISTINCT n1
MATCH (n1)-[:implements|succeeds]->(n2:Plan|Document|Program)
WITH DISTINCT n2
MATCH (n2)-[:implements|succeeds]->(n3:Plan|Document|Program)
WITH DISTINCT n3
MATCH (n3)-[:implements|succeeds]->(n4:Plan|Document|Program)
WITH DISTINCT n4
MATCH (n4)-[:implements|succeeds]->(n5:Plan|Document|Program)
WITH DISTINCT n5
MATCH (n5)-[f:implements|succeeds]->(m:Plan|Document|Program)
WHERE NOT m.id IN $plan
RETURN f.id AS id, 'earlier' AS direction, 6 AS steps, m.name AS reached, m.type AS type /*fact f*/
UNION
MATCH (n:Plan|Document|Program) /*plan*/ <-[f:implements|succeeds]-(m:Plan|Document|Program)
WHERE n.id IN $plan AND NOT m.id IN $plan
RETURN f.id AS id, 'later' AS direction, 1 AS steps, m.name AS reached, m.type AS type /*fact f*/
UNION
MATCH (n:Plan|Document|Program) /*plan*/ <-[:implements|succeeds]-(n1:Plan|Document|Program)
WHERE n.id IN $plan
WITH DISTINCT n1
MATCH (n1)<-[f:implements|succeeds]-(m:Plan|Document|Program)
WHERE NOT m.id IN $plan
RETURN f.id AS id, 'later' AS direction, 2 AS steps, m.name AS reached, m.type AS type /*fact f*/
UNION
MATCH (n:Plan|Document|Program) /*plan*/ <-[:implements|succeeds]-(n1:Plan|Document|Program)
WHERE n.id IN $plan
WITH DISTINCT n1
MATCH (n1)<-[:implements|succeeds]-(n2:Plan|Document|Program)
WITH DISTINCT n2
MATCH (n2)<-[f:implements|succeeds]-(m:Plan|Document|Program)
WHERE NOT m.id IN $plan
RETURN f.id AS id, 'later' AS direction, 3 AS steps, m.name AS reached, m.type AS type /*fact f*/
UNION
MATCH (n:Plan|Document|Program) /*plan*/ <-[:implements|succeeds]-(n1:Plan|Document|Program)
WHERE n.id IN $plan
WITH DISTINCT n1
MATCH (n1)<-[:implements|succeeds]-(n2:Plan|Document|Program)
WITH DISTINCT n2
MATCH (n2)<-[:implements|succeeds]-(n3:Plan|Document|Program)
WITH DISTINCT n3
MATCH (n3)<-[f:implements|succeeds]-(m:Plan|Document|Program)
WHERE NOT m.id IN $plan
RETURN f.id AS id, 'later' AS direction, 4 AS steps, m.name AS reached, m.type AS type /*fact f*/
UNION
MATCH (n:Plan|Document|Program) /*plan*/ <-[:implements|succeeds]-(n1:Plan|Document|Program)
WHERE n.id IN $plan
WITH DISTINCT n1
MATCH (n1)<-[:implements|succeeds]-(n2:Plan|Document|Program)
WITH DISTINCT n2
MATCH (n2)<-[:implements|succeeds]-(n3:Plan|Document|Program)
WITH DISTINCT n3
MATCH (n3)<-[:implements|succeeds]-(n4:Plan|Document|Program)
WITH DISTINCT n4
MATCH (n4)<-[f:implements|succeeds]-(m:Plan|Document|Program)
WHERE NOT m.id IN $plan
RETURN f.id AS id, 'later' AS direction, 5 AS steps, m.name AS reached, m.type AS type /*fact f*/
UNION
MATCH (n:Plan|Document|Program) /*plan*/ <-[:implements|succeeds]-(n1:Plan|Document|Program)
WHERE n.id IN $plan
WITH DISTINCT n1
MATCH (n1)<-[:implements|succeeds]-(n2:Plan|Document|Program)
WITH DISTINCT n2
MATCH (n2)<-[:implements|succeeds]-(n3:Plan|Document|Program)
WITH DISTINCT n3
MATCH (n3)<-[:implements|succeeds]-(n4:Plan|Document|Program)
WITH DISTINCT n4
MATCH (n4)<-[:implements|succeeds]-(n5:Plan|Document|Program)
WITH DISTINCT n5
MATCH (n5)<-[f:implements|succeeds]-(m:Plan|Document|Program)
WHERE NOT m.id IN $plan
RETURN f.id AS id, 'later' AS direction, 6 AS steps, m.name AS reached, m.type AS type /*fact f*/
