MATCH (d:Document)
WHERE d.key IS NOT NULL AND NOT d.key CONTAINS '#' AND d.year IS NOT NULL AND d.year >= $first AND d.year <= $last
RETURN d.year AS year, d.issuer AS issuer, d.nature AS nature, count(DISTINCT d.key) AS documents
