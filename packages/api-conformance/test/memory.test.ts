import { createMemoryStore } from "@sinkove/api/store/memory";
import { conform } from "./conform.ts";
import { createLocalTarget, LOCAL } from "./targets/local.ts";

conform(() => createLocalTarget({ store: createMemoryStore(), isFast: true }), LOCAL);
