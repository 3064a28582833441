import type { Model } from "@sinkove/contract";
import { query } from "../../api/client.ts";

/** The models that the person may use, at most 500. */
export function useModels() {
  return query.useQuery("get", "/models", { params: { query: { limit: 500 } } });
}

/** A model's name; its id if it is not known. */
export function modelName(models: readonly Model[] | undefined, modelId: string): string {
  return models?.find(({ id }) => id === modelId)?.name ?? modelId;
}
