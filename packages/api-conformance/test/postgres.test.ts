import { conform } from "./conform.ts";
import { createLocalTarget, LOCAL } from "./targets/local.ts";
import { openTemporaryPostgres } from "./targets/stores.ts";

conform(
  async () => createLocalTarget({ store: await openTemporaryPostgres(), isFast: false }),
  LOCAL,
);
