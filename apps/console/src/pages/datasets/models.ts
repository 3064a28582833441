import type { Model } from "@sinkove/contract";
import { query } from "../../api/client.ts";

/** Loads the models that the person may use, at most 500. */
export function useModels() {
  return query.useQuery("get", "/models", { params: { query: { limit: 500 } } });
}

/** Returns the name of a model, or its id if the model is unknown. */
export function modelName(models: readonly Model[] | undefined, modelId: string): string {
  return models?.find(({ id }) => id === modelId)?.name ?? modelId;
}
