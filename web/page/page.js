"use strict";
// The editor and the table of answers are Yasgui (see yasgui/LICENSES.txt); it asks this endpoint and nothing else.
const EXAMPLES = {
  "哪些机构印发了哪些规划 Who issued which plans": `SELECT ?agency ?plan WHERE {
  ?a pg:issues ?p .
  ?a skos:prefLabel ?agency .
  ?p skos:prefLabel ?plan .
}
ORDER BY ?agency ?plan
LIMIT 50`,
  "各种关系有多少条 How many facts of each predicate": `SELECT ?predicate (COUNT(?fact) AS ?facts) WHERE {
  ?fact rdf:predicate ?predicate .
}
GROUP BY ?predicate
ORDER BY DESC(?facts)`,
  "数字、年份和原文 Figures with year and quote": `SELECT ?year ?value ?unit ?quote WHERE {
  ?fact a pg:Figure ; pg:value ?value ; pg:quote ?quote .
  OPTIONAL { ?fact pg:year ?year }
  OPTIONAL { ?fact pg:unit ?unit }
}
ORDER BY DESC(?year)
LIMIT 50`,
};
const endpoint = new URL("/sparql", location.href).href;

function used(query, prefixes) {
  const lines = Object.entries(prefixes)
    .filter(([prefix]) => query.includes(` ${prefix}:`))
    .map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>\n`);
  return lines.join("") + query;
}

function start(prefixes) {
  Yasgui.Yasqe.defaults.value = used(Object.values(EXAMPLES)[0], prefixes);
  Yasgui.Yasqe.defaults.autocompleters = ["variables"];  // the others ask sites elsewhere
  Yasgui.Yasqe.defaults.createShareableLink = null;
  const yasgui = new Yasgui(document.getElementById("yasgui"), {
    requestConfig: { endpoint, method: "POST" },
    endpointCatalogueOptions: { getData: () => [{ endpoint }] },
    copyEndpointOnNewTab: true,
    persistenceId: "policygraph-" + location.port,
  });
  const examples = document.getElementById("examples");
  for (const name of Object.keys(EXAMPLES)) {
    examples.append(new Option(name, name));
  }
  examples.addEventListener("change", () => {
    if (examples.value) yasgui.getTab().getYasqe().setValue(used(EXAMPLES[examples.value], prefixes));
  });
}

fetch("/prefixes").then((answer) => answer.json()).then(start);
