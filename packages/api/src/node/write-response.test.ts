import { once } from "node:events";
import { createServer, get, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { expect, it, onTestFinished } from "vitest";
import type { HttpResponse } from "../http/messages.ts";
import { writeResponse } from "./write-response.ts";

/** Returns the response that a client receives. */
async function received(response: HttpResponse): Promise<IncomingMessage> {
  const server = createServer((_request, outgoing) => void writeResponse(outgoing, response));
  onTestFinished(() => void server.close());
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The server has no port.");
  const [incoming] = await once(get({ port: address.port, agent: false }), "response");
  return incoming;
}

it.each([
  ["a text of one byte a character", "normal film"],
  ["Latin-1, which UTF-8 has two bytes for", "é"],
  ["another script", "正常 ☀️"],
  ["nothing", ""],
])("writes %s in UTF-8, and its length in bytes", async (_what, body) => {
  const incoming = await received({ status: 200, headers: { "X-Own": "kept" }, body });
  const bytes = Buffer.from(body, "utf8");
  expect(await buffer(incoming)).toEqual(bytes);
  expect(incoming.headers).toMatchObject({ "content-length": `${bytes.length}`, "x-own": "kept" });
});

it("writes bytes as they are", async () => {
  const body = new Uint8Array([0, 200, 255]);
  const incoming = await received({ status: 200, headers: {}, body });
  expect(await buffer(incoming)).toEqual(Buffer.from(body));
  expect(incoming.headers["content-length"]).toBe("3");
});

it("says of a response with no body that it has none, unless there can be none", async () => {
  const found = await received({ status: 200, headers: {}, body: null });
  expect(found.headers["content-length"]).toBe("0");
  const gone = await received({ status: 204, headers: {}, body: null });
  expect(gone.headers["content-length"]).toBeUndefined();
});
