import { authentication } from "./authentication.ts";
import { credits } from "./credits.ts";
import { datasets } from "./datasets.ts";
import { downloads } from "./downloads.ts";
import { grants } from "./grants.ts";
import { hostileInput } from "./hostile-input.ts";
import { idempotency } from "./idempotency.ts";
import { invitations } from "./invitations.ts";
import { keyLife } from "./key-life.ts";
import { leaks } from "./leaks.ts";
import { members } from "./members.ts";
import { officialClient } from "./official-client.ts";
import { organizations } from "./organizations.ts";
import { permissions } from "./permissions.ts";
import { rateLimits } from "./rate-limits.ts";
import { requestLog } from "./request-log.ts";
import type { Scenario } from "./scenario.ts";
import { sessions } from "./sessions.ts";
import { usage } from "./usage.ts";
import { webhooks } from "./webhooks.ts";

/** All rules of the contract, by subject. */
export const suites: Readonly<Record<string, readonly Scenario[]>> = {
  authentication,
  "life of a key": keyLife,
  grants,
  leaks,
  permissions,
  organizations,
  members,
  invitations,
  sessions,
  datasets,
  credits,
  idempotency,
  "rate limits": rateLimits,
  "usage and events": usage,
  "request log": requestLog,
  webhooks,
  downloads,
  "hostile input": hostileInput,
  "official client": officialClient,
};
