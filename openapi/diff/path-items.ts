import { methods } from "../document.ts";
import type { Note } from "./change.ts";
import { follow } from "./located.ts";
import type { ApiPathItem } from "./openapi.ts";
import type { PathItems } from "./operations.ts";
import { compareRest } from "./rest.ts";

/** Compares the descriptions of paths, webhooks and callbacks. Everything else is compared with their operations. */
export function comparePathItems(old: PathItems, now: PathItems, note: Note): void {
  for (const [key, item] of old) {
    const other = now.get(key);
    if (!other) continue;
    const [before, after] = [follow<ApiPathItem>(item), follow<ApiPathItem>(other)];
    compareRest(before, after, { note, compared: [...methods, "parameters", "servers"] });
  }
}
