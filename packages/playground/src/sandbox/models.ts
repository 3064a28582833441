import type { ModelRecord } from "@sinkove/api";
import { chestXrayModels } from "@sinkove/generator";

/** The models that the generator serves. */
export const models: readonly ModelRecord[] = chestXrayModels;
