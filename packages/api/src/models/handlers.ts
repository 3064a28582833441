import type { Model } from "@sinkove/contract";
import type { Principal } from "../access/authentication.ts";
import { readPage } from "../http/pagination.ts";
import { ApiError } from "../http/problem.ts";
import { toTimestamp } from "../moment.ts";
import type { Handlers } from "../operation.ts";
import type { ModelRecord } from "../store/records.ts";

/** Handlers of the tag "Models". */
export const modelHandlers: Pick<Handlers, "listModels" | "getModel"> = {
  async listModels(context) {
    const { store, principal, parameters } = context;
    const list = store.listModels.bind(store, principal.organizationIds);
    const { records, headers } = await readPage(context, parameters, list);
    return { status: 200, body: records.map(present), headers };
  },

  async getModel({ store, principal, parameters }) {
    const model = await store.findModel(parameters.modelId);
    if (model && isReached(model, principal)) return { status: 200, body: present(model) };
    const detail = `You reach no model with the id ${parameters.modelId}. List them with GET /models.`;
    throw new ApiError("MODEL_NOT_FOUND", detail);
  },
};

function isReached({ organizationId }: ModelRecord, { organizationIds }: Principal): boolean {
  return organizationId === null || organizationIds.includes(organizationId);
}

function present(model: ModelRecord): Model {
  const { createdAt, organizationId, imageSize, argsSchema, ...rest } = model;
  return {
    ...rest,
    visibility: organizationId === null ? "public" : "private",
    organizationId,
    imageSize: { ...imageSize },
    argsSchema: { ...argsSchema },
    createdAt: toTimestamp(createdAt),
  };
}
