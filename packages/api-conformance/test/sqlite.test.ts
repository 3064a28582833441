import { conform } from "./conform.ts";
import { createLocalTarget, LOCAL } from "./targets/local.ts";
import { openTemporarySqlite } from "./targets/stores.ts";

conform(
  async () => createLocalTarget({ store: await openTemporarySqlite(), isFast: false }),
  LOCAL,
);
