/**
 * Plays one behaviour for an SDK of any language:
 * `node src/hostile-server-cli.ts behaviours/retry-503.json [case]`. Prints a line of JSON when it
 * is ready; ends when its input does. See behaviours/README.md.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { generateApiKey } from "@sinkove/api-key";
import type { Exchange } from "./behaviour.ts";
import { checkBehaviour, type Observation } from "./check-behaviour.ts";
import { startHostileServer } from "./hostile-server.ts";
import { fill, loadBehaviours } from "./load-behaviour.ts";

const CONTROL = "/__control";
const TOLERANCE_MS = 250;

const [path, number = "1"] = process.argv.slice(2);
if (!path) fail("Usage: node src/hostile-server-cli.ts <behaviour.json> [case, from 1]");
const behaviours = loadBehaviours(path);
const behaviour =
  behaviours[Number(number) - 1] ??
  fail(`${path} has the cases 1 to ${behaviours.length}, and no case ${number}.`);

const apiKey = generateApiKey("test");
const clock = {
  now: () => performance.now(),
  after(ms: number, action: () => void) {
    const timer = setTimeout(action, ms);
    return () => clearTimeout(timer);
  },
};
const server = await startHostileServer(fill(behaviour.server, { apiKey }) as Exchange[], {
  clock,
  control(request, response) {
    if (!request.url?.startsWith(CONTROL)) return false;
    void answer(request, response);
    return true;
  },
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { arrivals } = server;
  const reply = (status: number, body: object) =>
    response
      .writeHead(status, { "content-type": "application/json" })
      .end(`${JSON.stringify(body)}\n`);
  try {
    if (request.url === `${CONTROL}/recording`) return void reply(200, { arrivals });
    if (request.url !== `${CONTROL}/check` || request.method !== "POST") {
      return void reply(404, { error: "There are GET recording and POST check." });
    }
    // A boundary: the runner of another language writes it, and a wrong member shows as a fault.
    const told = JSON.parse(await text(request)) as Pick<Observation, "outcomes" | "files">;
    const seen = { tolerance: TOLERANCE_MS, ...told, arrivals, apiKey };
    reply(200, { faults: checkBehaviour(behaviour, seen) });
  } catch (error) {
    reply(400, { error: String(error) });
  }
}

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
process.stdin.resume().on("end", () => void server.close().then(() => process.exit(0)));

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
