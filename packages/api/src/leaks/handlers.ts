import type { GithubLeakVerdict as Verdict } from "@sinkove/contract";
import { sha256 } from "../encoding.ts";
import type { Handlers } from "../operation.ts";
import { handleLeak } from "./leak.ts";

/** Handlers that take reports of leaked keys. */
export const leakHandlers: Pick<Handlers, "reportApiKeyLeak" | "reportGithubLeaks"> = {
  async reportApiKeyLeak(context) {
    const { apiKey: secret, url = null } = context.body;
    await handleLeak({ secret, url, reportedBy: "anyone" }, context);
    return { status: 202, body: undefined };
  },

  // The pipeline has verified the signature before it parsed the body.
  async reportGithubLeaks(context) {
    const verdicts: Verdict[] = [];
    for (const { token, type, url = null } of context.body) {
      const isOurs = await handleLeak({ secret: token, url, reportedBy: "github" }, context);
      const label = isOurs ? "true_positive" : "false_positive";
      verdicts.push({ token_hash: await sha256(token), token_type: type, label });
    }
    return { status: 200, body: verdicts };
  },
};
