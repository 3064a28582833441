import { readParameters } from "@sinkove/contract/validators";
import { validationError } from "../http/problem.ts";
import type { JudgeBytes } from "../http/request-body.ts";
import { requireGithubSignature } from "../leaks/github-signature.ts";
import { type Call, found } from "./call.ts";

/**
 * The check of a body's bytes before they are parsed; undefined if the operation has no signature. Anybody can send a
 * body in GitHub's name, and a larger one than to any other operation, so an unsigned body must not cost more than a
 * hash.
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
