/**
 * Plays one behaviour for an SDK in any language:
 * `node src/hostile-server-cli.ts behaviours/retry-503.json [case]`. Prints a line of JSON when it is ready, and ends
 * when its input ends. With `-`, it reads the behaviours to play from its input, one per line. See behaviours/README.md.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { generateApiKey } from "@sinkove/api-key";
import type { Behaviour, Exchange } from "./behaviour.ts";
import { checkBehaviour, type Observation } from "./check-behaviour.ts";
import { type HostileServer, startHostileServer } from "./hostile-server.ts";
import { fill, loadBehaviours } from "./load-behaviour.ts";

const CONTROL = "/__control";
const TOLERANCE_MS = 250;

const clock = {
  now: () => performance.now(),
  after(ms: number, action: () => void) {
    const timer = setTimeout(action, ms);
    return () => clearTimeout(timer);
  },
};

const [path, number = "1"] = process.argv.slice(2);
if (path && path !== "-") {
  const close = await play(path, Number(number));
  process.stdin.resume().on("end", () => void close().then(() => process.exit(0)));
} else if (path) {
  // One process for many behaviours: each line of the input, `<behaviour.json> <case>`, ends the previous one.
  let close = async () => {};
  for await (const line of createInterface({ input: process.stdin })) {
    await close();
    const [file = "", each = "1"] = line.split(" ");
    close = await play(file, Number(each));
  }
  await close();
} else {
  fail("Usage: node src/hostile-server-cli.ts <behaviour.json> [case, from 1], or - for many");
}

/** Starts the server of one behaviour and prints its address. Returns a function that closes it. */
async function play(path: string, number: number): Promise<() => Promise<void>> {
  const behaviours = loadBehaviours(path);
  const behaviour =
    behaviours[number - 1] ??
    fail(`${path} has the cases 1 to ${behaviours.length}, and no case ${number}.`);
  const apiKey = generateApiKey("test");
  const server = await startHostileServer(fill(behaviour.server, { apiKey }) as Exchange[], {
    clock,
    limit: behaviour.limit,
    control(request, response) {
      if (!request.url?.startsWith(CONTROL)) return false;
      void answer({ behaviour, server, apiKey }, request, response);
      return true;
    },
  });
  const { title, client, expect } = behaviour;
  console.log(
    JSON.stringify({
      ...server.origins,
      control: `${server.origins.api}${CONTROL}`,
      apiKey,
      cases: behaviours.length,
      behaviour: { title, client, expect },
    }),
  );
  return () => server.close();
}

interface Played {
  readonly behaviour: Behaviour;
  readonly server: HostileServer;
  readonly apiKey: string;
}

async function answer(
  { behaviour, server: { requests }, apiKey }: Played,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const reply = (status: number, body: object) =>
    response
      .writeHead(status, { "content-type": "application/json" })
      .end(`${JSON.stringify(body)}\n`);
  try {
    if (request.url === `${CONTROL}/recording`) return void reply(200, { requests });
    if (request.url !== `${CONTROL}/check` || request.method !== "POST") {
      return void reply(404, { error: "There are GET recording and POST check." });
    }
    // A boundary: the test runner of another language sends this, and a wrong member shows up as a fault.
    const told = JSON.parse(await text(request)) as Pick<
      Observation,
      "outcomes" | "hooks" | "files"
    >;
    const seen = { tolerance: TOLERANCE_MS, ...told, requests, apiKey };
    reply(200, { faults: checkBehaviour(behaviour, seen) });
  } catch (error) {
    reply(400, { error: String(error) });
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
