import type { Dataset } from "@sinkove/contract";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { query } from "../../api/client.ts";
import { pollDelay } from "../../api/poll-delay.ts";
import { isRunning } from "./is-running.ts";

/**
 * Loads a dataset. Polls while it is being generated and the tab is visible.
 *
 * @param known the dataset as a list returned it
 */
export function useDataset(datasetId: string, known?: Dataset): UseQueryResult<Dataset, unknown> {
  const params = { path: { datasetId } };
  return useQuery({
    ...query.queryOptions("get", "/datasets/{datasetId}", { params }),
    ...(known && { initialData: known }),
    refetchInterval: ({ state }) =>
      state.data && isRunning(state.data) && !state.error
        ? pollDelay(state.dataUpdateCount)
        : false,
  });
}
