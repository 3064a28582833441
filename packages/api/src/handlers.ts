import { accountHandlers } from "./account/handlers.ts";
import { adviceHandlers } from "./api-keys/advice.ts";
import { apiKeyHandlers } from "./api-keys/handlers.ts";
import { creditHandlers } from "./credits/handlers.ts";
import { datasetHandlers } from "./datasets/handlers.ts";
import { downloadHandlers } from "./downloads/handlers.ts";
import { invitationHandlers } from "./invitations/handlers.ts";
import { leakHandlers } from "./leaks/handlers.ts";
import { memberHandlers } from "./members/handlers.ts";
import { modelHandlers } from "./models/handlers.ts";
import type { Handlers } from "./operation.ts";
import { organizationHandlers } from "./organizations/handlers.ts";
import { requestHandlers } from "./requests/handlers.ts";
import { usageHandlers } from "./usage/handlers.ts";
import { webhookHandlers } from "./webhooks/handlers.ts";

/** Every operation of the contract. */
export const handlers: Handlers = {
  ...accountHandlers,
  ...adviceHandlers,
  ...apiKeyHandlers,
  ...creditHandlers,
  ...datasetHandlers,
  ...downloadHandlers,
  ...invitationHandlers,
  ...leakHandlers,
  ...memberHandlers,
  ...modelHandlers,
  ...organizationHandlers,
  ...requestHandlers,
  ...usageHandlers,
  ...webhookHandlers,
};
