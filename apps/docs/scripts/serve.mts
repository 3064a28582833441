/** Serves the built site at http://localhost:3000, or on PORT: node scripts/serve.mts. */
import { fileURLToPath } from "node:url";
import { serveSite } from "./site-server.mts";

const folder = fileURLToPath(new URL("../build", import.meta.url));
try {
  const { url, close } = await serveSite({ folder, port: Number(process.env.PORT ?? 3000) });
  console.log(`The documentation is at ${url}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void close());
} catch (error) {
  console.error(`docs: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
