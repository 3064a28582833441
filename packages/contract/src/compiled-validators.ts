import * as compiled from "./generated/validators.js";
import type { CompiledValidator } from "./violation.ts";

/**
 * The contract's compiled validators by name: `parameters_<operationId>`, `body_<operationId>`, `headers_<Response>` or
 * `content_<Response>`.
 */
export const validators: Readonly<Record<string, CompiledValidator | undefined>> = compiled;
