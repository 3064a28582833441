import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".json": "application/json",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
};

/** The policy of a strict site, which allows nothing from other origins. */
const POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline'; worker-src 'self'";

const PAGE = `<!doctype html><meta charset="utf-8"><title>Bare</title>
<script type="module">
import * as playground from "./index.js";
globalThis.playground = playground.createPlayground({ site: new URL(".", location).href, timeLimit: 20_000 });
globalThis.run = async (language, code, options = {}) => {
  const seen = { stdout: "", stderr: "", requests: [], files: [], progress: [] };
  const started = performance.now();
  const run = globalThis.playground.run({ language, name: "example." + language, code }, {
    onProgress: (text) => seen.progress.push(text),
    onOutput: (stream, text) => { seen[stream] += text; seen.first ??= performance.now() - started; },
    onRequest: ({ method, path, status }) => seen.requests.push(method + " " + path + " " + status),
    onFile: (name, bytes) => seen.files.push([name, bytes.length]),
  });
  if (options.stopAfter !== undefined) setTimeout(run.stop, options.stopAfter);
  const end = await run.ended;
  return { ...seen, ...end, took: performance.now() - started };
};
</script>`;

/** A site with one bare page, at `/` and at `/below/`. */
export interface BareSite {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

export async function startBareSite(): Promise<BareSite> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname.replace(
      /^\/below\//,
      "/",
    );
    const file = `${dist}${path === "/index.js" ? "index.js" : `static${path}`}`;
    if (path === "/") {
      response.writeHead(200, { "Content-Type": "text/html", "Content-Security-Policy": POLICY });
      response.end(PAGE);
    } else if (existsSync(file)) {
      const type = TYPES[extname(file)] ?? "application/octet-stream";
      response.writeHead(200, { "Content-Type": type, "Content-Security-Policy": POLICY });
      createReadStream(file).pipe(response);
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The server has no port.");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
