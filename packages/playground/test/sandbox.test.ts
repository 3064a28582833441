import { operations } from "@sinkove/contract";
import { validateResponse } from "@sinkove/contract/validators";
import { readContract } from "@sinkove/openapi/contract";
import { describe, expect, test } from "vitest";
import { contractExamples } from "../src/sandbox/contract-examples.ts";
import { exampleFor } from "../src/sandbox/examples.ts";
import { models } from "../src/sandbox/models.ts";
import { createSandbox, type Sandbox } from "../src/sandbox/sandbox.ts";
import type { SandboxState, StateStorage } from "../src/sandbox/state.ts";

const examples = contractExamples(readContract());
const SITE = "https://docs.example/en";
const KEY = "sinkove_test_ExampleKeyForTheDocsOnly000000001QAO5J";

/** Creates storage that several sandboxes can share, like service workers share a database. */
function createStorage(): StateStorage {
  let state: SandboxState | undefined;
  let tail: Promise<unknown> = Promise.resolve();
  return {
    exclusively(work) {
      const result = tail.then(work);
      tail = result.catch(() => undefined);
      return result;
    },
    revision: async () => state?.revision,
    load: async () => structuredClone(state),
    save: async (saved) => {
      state = structuredClone(saved);
    },
    clear: async () => {
      state = undefined;
    },
  };
}

function open(storage: StateStorage, now: () => number = () => Date.UTC(2026, 10, 24)): Sandbox {
  return createSandbox({
    storage,
    models,
    examples,
    publicUrl: `${SITE}/sandbox`,
    docsUrl: SITE,
    now,
  });
}

async function send(
  sandbox: Sandbox,
  method: string,
  path: string,
  body?: unknown,
  // biome-ignore lint/suspicious/noExplicitAny: tests read responses of any shape
): Promise<any> {
  const response = await sandbox.fetch(
    new Request(`${SITE}/sandbox${path}`, {
      method,
      headers: { Authorization: `Bearer ${KEY}`, "Content-Type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  const text = await response.text();
  return { status: response.status, body: text && JSON.parse(text) };
}

describe("the sandbox", () => {
  test("continues in another worker after the previous one was stopped", async () => {
    const storage = createStorage();
    const made = await send(open(storage), "POST", "/api-keys", { name: "Kept" });
    expect(made.status).toBe(201);
    const { body } = await send(open(storage), "GET", `/v1/api-keys/${made.body.id}`);
    expect(body.name).toBe("Kept");
  });

  test("loses nothing when two workers take turns", async () => {
    const storage = createStorage();
    const [one, other] = [open(storage), open(storage)];
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        send(index % 2 ? one : other, "POST", "/api-keys", { name: `Key ${index}` }),
      ),
    );
    expect((await send(one, "GET", "/api-keys")).body).toHaveLength(21);
    expect((await send(other, "GET", "/api-keys")).body).toHaveLength(21);
  });

  test("keeps its clock, and refuses invalid commands", async () => {
    const storage = createStorage();
    const { body } = await send(open(storage), "POST", "/_sandbox/clock", { advance: "P1Y2DT3H" });
    expect(body).toEqual({ now: "2027-11-26T03:00:00.000Z", frozen: false });
    const frozen = { set: "2030-01-01T00:00:00Z", freeze: true };
    await send(open(storage), "POST", "/_sandbox/clock", frozen);
    const later = open(storage, () => Date.UTC(2028, 0));
    const after = await send(later, "GET", "/_sandbox/clock");
    expect(after.body).toEqual({ now: "2030-01-01T00:00:00.000Z", frozen: true });
    for (const wrong of [
      {},
      { advance: "1 day" },
      { advance: 5 },
      { set: "soon" },
      { forward: 1 },
      [],
    ]) {
      const refused = await send(later, "POST", "/_sandbox/clock", wrong);
      expect({ wrong, status: refused.status }).toEqual({ wrong, status: 400 });
    }
  });

  test("is empty after a reset, also for a worker that used it before", async () => {
    const storage = createStorage();
    const [one, other] = [open(storage), open(storage)];
    await send(one, "POST", "/api-keys", { name: "Gone" });
    await send(other, "GET", "/me");
    await one.reset();
    expect((await send(other, "GET", "/api-keys")).body).toHaveLength(1);
  });
});

describe("Prefer", () => {
  const all = Object.values(operations).flatMap(({ id, method, path, responses }) =>
    Object.keys(responses).map((status) => ({ id, method, path, status })),
  );

  test.each(all)(
    "code=$status of $id is answered as the contract promises",
    async ({ id, method, path, status }) => {
      const headers = new Headers({ Prefer: `code=${status}` });
      const address = `/v1${path.replaceAll(/\{\w+\}/g, "x")}`;
      const response = exampleFor({ method, headers }, address, examples);
      expect(response?.status).toBe(Number(status));
      if (!response) return;
      const text = await response.text();
      const isJson = /json/.test(response.headers.get("content-type") ?? "");
      const body = isJson && text !== "" ? JSON.parse(text) : undefined;
      const judged = { status: response.status, headers: response.headers, body };
      // Content-Length depends on the file, and examples have no file.
      const violations = validateResponse(id, judged).filter(
        ({ pointer, detail }) => !/content-length/i.test(pointer + detail),
      );
      expect(violations).toEqual([]);
    },
  );

  test("is ignored if the contract has no such example", () => {
    for (const prefer of ["", "return=minimal", "code=299", "example=Nobody", "code=4x"]) {
      const headers = new Headers({ Prefer: prefer });
      expect(exampleFor({ method: "GET", headers }, "/me", examples)).toBeUndefined();
    }
  });
});
