/** Runs all checks, without tests. */
import { runChecks } from "./checks.ts";
import { createStopSignal } from "./stop-signal.ts";

process.exitCode = (await runChecks([], createStopSignal())) ? 0 : 1;
