import { readParameters } from "@sinkove/contract/validators";
import { validationError } from "../http/problem.ts";
import type { JudgeBytes } from "../http/request-body.ts";
import { requireGithubSignature } from "../leaks/github-signature.ts";
import { type Call, found } from "./call.ts";

/**
 * What judges the bytes of a body before any of it is parsed; undefined if nobody signs it. Anybody can send something
 * in GitHub's name, and more of it than to any other operation: unsigned, it must not cost more than a hash.
 */
export function signatureJudgeOf(call: Call): JudgeBytes | undefined {
  const { operation, request, path, services } = call;
  if (operation.id !== "reportGithubLeaks") return undefined;
  return async (bytes) => {
    const places = { path, query: found(call.query), headers: request.headers };
    const { values, violations } = readParameters(operation.id, places);
    if (violations.length > 0) throw validationError(violations);
    const identifier = `${values["Github-Public-Key-Identifier"]}`;
    const signature = `${values["Github-Public-Key-Signature"]}`;
    await requireGithubSignature({ identifier, signature, bytes }, services.githubKeys);
  };
}
