import { accountHandlers } from "./account/handlers.ts";
import { apiKeyHandlers } from "./api-keys/handlers.ts";
import { datasetHandlers } from "./datasets/handlers.ts";
import { downloadHandlers } from "./downloads/handlers.ts";
import { invitationHandlers } from "./invitations/handlers.ts";
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
  ...apiKeyHandlers,
  ...datasetHandlers,
  ...downloadHandlers,
  ...invitationHandlers,
  ...memberHandlers,
  ...modelHandlers,
  ...organizationHandlers,
  ...requestHandlers,
  ...usageHandlers,
  ...webhookHandlers,
};
