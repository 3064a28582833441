import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  readonly "timeout-minutes"?: number;
}

interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const files = globSync(".github/workflows/*.yml", { cwd: root }).sort();
const textOf = (file: string): string => readFileSync(join(root, file), "utf8");
const workflowOf = (file: string): Workflow => parse(textOf(file));
const jobs = files.flatMap((file) =>
  Object.entries(workflowOf(file).jobs).map(([name, job]) => ({ name: `${file}: ${name}`, job })),
);
const uses = files.flatMap((file) =>
  [...textOf(file).matchAll(/uses: (.*)$/gm)].map(([, use = ""]) => use),
);

test("every action is pinned by its commit, with its version beside it", () => {
  expect(uses.length).toBeGreaterThan(10);
  for (const use of uses) expect(use).toMatch(/^[\w-]+(\/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test("an action has the same commit everywhere", () => {
  const pins = new Map<string, Set<string>>();
  for (const use of uses) {
    const [path = "", pin = ""] = use.split("@");
    const action = path.split("/").slice(0, 2).join("/");
    pins.set(action, new Set([...(pins.get(action) ?? []), pin]));
  }
  for (const [action, found] of pins) expect([action, found.size]).toEqual([action, 1]);
});

test.each(files)("%s grants nothing to all of its jobs", (file) => {
  expect(workflowOf(file).permissions).toEqual({});
});

describe.each(jobs)("$name", ({ job }) => {
  const { permissions, steps } = job;

  test("lists its permissions, and cannot run for hours", () => {
    expect(permissions).toBeDefined();
    expect(job["timeout-minutes"]).toBeLessThanOrEqual(90);
  });

  test("keeps no token in the checkout", () => {
    const checkouts = steps.filter((step) => step.uses?.startsWith("actions/checkout@"));
    for (const step of checkouts) expect(step.with).toMatchObject({ "persist-credentials": false });
  });

  test("runs no code of the repository if it can publish", () => {
    const canPublish = permissions?.["id-token"] === "write";
    const runsCode = steps.some(
      ({ uses, run = "" }) =>
        uses?.startsWith("actions/checkout@") || /npm (ci|install|run)/.test(run),
    );
    expect(canPublish && runsCode).toBe(false);
  });
});
