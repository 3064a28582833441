/** Runs every check, and no test. */
import { runChecks } from "./checks.ts";
import { createStopSignal } from "./stop-signal.ts";

process.exitCode = (await runChecks([], createStopSignal())) ? 0 : 1;
