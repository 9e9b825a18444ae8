MATCH (n:Program|Center|Plan|Metric|Agency|Organization|Region|Event|Person|Document) /*thing*/ -[f]-(o)
WHERE n.id IN $thing AND f.derived = false
RETURN f.id AS id /*fact f*/
UNION
MATCH (s)-[f:targets|achieves|expects]->(m:Metric)
WHERE f.plan IN $thing_names OR f.region IN $thing_names OR (f.agent IN $thing_names AND NOT f.agent CONTAINS '、')
RETURN f.id AS id /*fact f*/
UNION
UNWIND $thing_names AS name
MATCH (s)-[f:targets|achieves|expects]->(m:Metric)
WHERE f.agent CONTAINS '、' AND NOT name CONTAINS '、' AND ('、' + f.agent + '、') CONTAINS ('、' + name + '、')
RETURN f.id AS id /*fact f*/
