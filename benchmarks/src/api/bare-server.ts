// Plain node:http: reads a request, and responds with the text in BODY.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const body = process.env.BODY ?? "";
const headers = { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) };
// Longer than the turns of other subjects.
const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  request.resume().once("end", () => response.writeHead(200, headers).end(body));
});
server.listen(0, "127.0.0.1", () => {
  // This cast is safe: the server listens on TCP.
  const { port } = server.address() as AddressInfo;
  console.log(JSON.stringify({ message: "listening", url: `http://127.0.0.1:${port}` }));
});
