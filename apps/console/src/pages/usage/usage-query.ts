import { query } from "../../api/client.ts";
import { useNow } from "../../ui/now.ts";
import { intervalOf, periodStart, type UsageView } from "./period.ts";

/** Loads the usage of a view, of the account or of one key. */
export function useUsage(view: UsageView) {
  const range = { interval: intervalOf(view), from: periodStart(view, useNow()) };
  const { apiKeyId = "" } = view;
  const isOfKey = apiKeyId !== "";
  const account = query.useQuery(
    "get",
    "/usage",
    { params: { query: range } },
    { enabled: !isOfKey },
  );
  const params = { path: { apiKeyId }, query: range };
  const key = query.useQuery("get", "/api-keys/{apiKeyId}/usage", { params }, { enabled: isOfKey });
  return isOfKey ? key : account;
}
