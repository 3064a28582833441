import { Agent, request } from "node:http";
import { sendMany } from "../mock/raw-client.ts";
import { awake } from "./awake.ts";
import type { MeasuredServer } from "./measured-server.ts";

/** A request that is sent repeatedly. */
export interface Shot {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly key: string;
  readonly body?: string;
}

const AT_ONCE = 8;
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

/** Sends a request once. @throws Error if the response is not a success */
export function shoot(url: string, { method, path, key, body }: Shot): Promise<string> {
  const headers = {
    Authorization: `Bearer ${key}`,
    Accept: "application/json",
    ...(body === undefined
      ? {}
      : { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) }),
  };
  return new Promise((resolve, reject) => {
    const sent = request(url + path, { agent, method, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      response.once("end", () => {
        if ((response.statusCode ?? 0) < 300) resolve(text);
        else reject(new Error(`${method} ${path} got the response ${text}`));
      });
    });
    sent.once("error", reject).end(body);
  });
}

/** Sends a request many times over a few connections. Returns CPU and elapsed time in milliseconds. */
export async function fire(
  server: MeasuredServer,
  shot: Shot,
  load: { readonly requests: number; readonly status: number },
): Promise<{ readonly cpu: number; readonly wall: number }> {
  const port = Number(new URL(server.url).port);
  const before = await server.cost();
  const startedAt = performance.now();
  await awake(sendMany(port, textOf(shot), { ...load, connections: AT_ONCE }));
  const wall = performance.now() - startedAt;
  return { wall, cpu: (await server.cost()).cpuMs - before.cpuMs };
}

/** The text of an HTTP request. */
export function textOf({ method, path, key, body = "" }: Shot): string {
  const lines = [
    `${method} ${path} HTTP/1.1`,
    "Host: 127.0.0.1:8080",
    `Authorization: Bearer ${key}`,
    "Accept: application/json",
    ...(body === ""
      ? []
      : ["Content-Type: application/json", `Content-Length: ${Buffer.byteLength(body)}`]),
  ];
  return `${lines.join("\r\n")}\r\n\r\n${body}`;
}
