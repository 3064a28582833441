// `npm run conformance`: tests a server that is already running.
import { conform } from "../../test/conform.ts";
import { createRunningTarget, RUNNING } from "../../test/targets/running.ts";

const { SINKOVE_CONFORMANCE_URL: url, SINKOVE_CONFORMANCE_KEY: key } = process.env;
if (!url || !key) {
  throw new Error(
    "Set SINKOVE_CONFORMANCE_URL to the server, and SINKOVE_CONFORMANCE_KEY to a key with full access to it.",
  );
}
conform(() => createRunningTarget({ url, key }), RUNNING, { showsSkipped: true });
