import { runShell } from "../shell/interpret.ts";
import { textOf } from "../shell/machine.ts";
import { createTargetFetch } from "./target-fetch.ts";
import type { Runner } from "./worker-host.ts";

/** Runs a shell script. */
export const run: Runner = async ({ program, files, out, err, request }) => {
  const { target, environment, code } = program;
  const fetch = createTargetFetch({
    target,
    fetch: (...args) => globalThis.fetch(...args),
    now: () => performance.now(),
    onRequest: request,
  });
  return runShell(code, {
    environment,
    out: (data) => out(textOf(data)),
    err: (data) => err(textOf(data)),
    host: {
      fetch,
      files,
      now: () => performance.now(),
      sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    },
  });
};
