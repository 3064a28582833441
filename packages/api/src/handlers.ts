import { apiKeyHandlers } from "./api-keys/handlers.ts";
import { datasetHandlers } from "./datasets/handlers.ts";
import { downloadHandlers } from "./downloads/handlers.ts";
import { modelHandlers } from "./models/handlers.ts";
import type { Handlers } from "./operation.ts";
import { organizationHandlers } from "./organizations/handlers.ts";
import { requestHandlers } from "./requests/handlers.ts";
import { unfinishedHandlers } from "./unfinished-handlers.ts";
import { usageHandlers } from "./usage/handlers.ts";

/** Every operation of the contract. */
export const handlers: Handlers = {
  ...apiKeyHandlers,
  ...datasetHandlers,
  ...downloadHandlers,
  ...modelHandlers,
  ...organizationHandlers,
  ...requestHandlers,
  ...unfinishedHandlers,
  ...usageHandlers,
};
