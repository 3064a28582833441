import { describe, it } from "vitest";
import { conform } from "./conform.ts";
import { createRunningTarget, RUNNING } from "./targets/running.ts";

const { SINKOVE_CONFORMANCE_URL: url, SINKOVE_CONFORMANCE_KEY: key } = process.env;

if (url && key) {
  describe("the server at SINKOVE_CONFORMANCE_URL", () => {
    conform(() => createRunningTarget({ url, key }), RUNNING);
  });
} else {
  // Shown as skipped on purpose: `npm run conformance` judges a server that somebody else has started.
  it.skip("judges the server at SINKOVE_CONFORMANCE_URL with SINKOVE_CONFORMANCE_KEY", () => {});
}
