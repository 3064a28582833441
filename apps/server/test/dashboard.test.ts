import { readFileSync } from "node:fs";
import type { SyntaxNodeRef } from "@lezer/common";
import { parser } from "@prometheus-io/lezer-promql";
import { expect, test } from "vitest";
import { parseMetrics, readMetrics, type SeriesByName, whyNoParser } from "./metrics.ts";
import { emptyPostgres } from "./postgres.ts";
import { createFolder, start } from "./server-process.ts";

const FILE = new URL("../grafana/sinkove.json", import.meta.url);

interface Panel {
  readonly type: string;
  readonly title: string;
  readonly targets?: readonly { readonly expr: string }[];
}

/** The metrics and labels in a query. */
interface Query {
  readonly metrics: readonly string[];
  readonly labels: readonly string[];
  readonly isBroken: boolean;
}

/** Labels that Prometheus adds to every series. */
const ADDED = ["instance", "job"];
/** Process metrics that prom-client has only on Linux. */
const LINUX_ONLY = process.platform === "linux" ? [] : [/^process_/];

function readPanels(): readonly Panel[] {
  const { panels } = JSON.parse(readFileSync(FILE, "utf8")) as { readonly panels: Panel[] };
  return panels.filter(({ type }) => type !== "row");
}

function readQuery(text: string): Query {
  // Grafana inserts a duration here.
  const query = text.replaceAll("$__rate_interval", "5m");
  const found = { metrics: new Set<string>(), labels: new Set<string>(), isBroken: false };
  const textOf = ({ from, to }: SyntaxNodeRef) => query.slice(from, to);
  parser.parse(query).iterate({
    enter(node) {
      if (node.type.isError) found.isBroken = true;
      if (node.name === "Identifier" && node.node.parent?.name === "VectorSelector")
        found.metrics.add(textOf(node));
      if (node.name === "LabelName") found.labels.add(textOf(node));
    },
  });
  return { ...found, metrics: [...found.metrics], labels: [...found.labels] };
}

/** The parts of a query that do not exist in the metrics; empty if all exist. */
function unknownIn({ metrics, labels, isBroken }: Query, series: SeriesByName): string[] {
  const known = new Set(ADDED);
  for (const name of metrics)
    for (const each of series.get(name) ?? [])
      for (const label of Object.keys(each)) known.add(label);
  return [
    ...(isBroken ? ["the query cannot be parsed"] : []),
    ...metrics.filter((name) => !series.has(name) && !LINUX_ONLY.some((it) => it.test(name))),
    ...labels.filter((label) => !known.has(label)),
  ];
}

/** Uses a server until every metric has a value. */
async function useServer(): Promise<SeriesByName> {
  const variables = { DATABASE_URL: await emptyPostgres(), SINKOVE_METRICS_PORT: "0" };
  const server = await start(createFolder(), variables);
  const [model] = await (await server.get("/v1/models")).json();
  const body = { modelId: model.id, numSamples: 1, args: { prompt: "cardiomegaly" } };
  const headers = {
    Authorization: `Bearer ${server.key}`,
    "Content-Type": "application/json",
  };
  const init = { method: "POST", headers, body: JSON.stringify(body) };
  const { id } = await (await server.get("/v1/datasets", init)).json();
  await expect
    .poll(async () => (await (await server.get(`/v1/datasets/${id}`)).json()).metadata.state, {
      timeout: 30_000,
    })
    .toBe("READY");
  await server.get("/v1/nowhere");
  return parseMetrics(await readMetrics(server));
}

const obstacle = await whyNoParser();
const title = "asks in every query for metrics and labels that the server has";

test.skipIf(obstacle)(
  obstacle ? `${title} (${obstacle})` : title,
  { timeout: 120_000 },
  async () => {
    const series = await useServer();
    const queries = readPanels().flatMap(({ title, targets = [] }) =>
      targets.map(({ expr }) => ({ title, ...readQuery(expr) })),
    );
    expect(queries.length).toBeGreaterThan(20);
    for (const query of queries) {
      expect(query.metrics, query.title).not.toEqual([]);
      expect(unknownIn(query, series), query.title).toEqual([]);
    }
    const shown = new Set(queries.flatMap(({ metrics }) => metrics));
    const own = [...series.keys()].filter((name) => /^(?:sinkove|http|db)_/.test(name));
    const isShown = (name: string) =>
      shown.has(name) || shown.has(name.replace(/_(?:bucket|sum|count)$/, "_bucket"));
    expect(
      own.filter((name) => !isShown(name)),
      "metrics without a panel",
    ).toEqual([]);
  },
);

test.each([
  ["sum by (nothing) (sinkove_datasets_open)", ["nothing"]],
  ['sinkove_refusals_total{status="404"}', ["status"]],
  ["rate(sinkove_refusal_total[5m])", ["sinkove_refusal_total"]],
  ["sum(sinkove_database_up", ["the query cannot be parsed"]],
])("finds what is wrong with %s", (text, wrong) => {
  const labels = { code: "NOT_FOUND", reason: "" };
  const series = new Map([
    ["sinkove_datasets_open", [{ state: "queued" }]],
    ["sinkove_refusals_total", [labels]],
    ["sinkove_database_up", [{}]],
  ]);
  expect(unknownIn(readQuery(text), series)).toEqual(wrong);
});
