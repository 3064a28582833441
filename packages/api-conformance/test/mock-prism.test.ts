import { conform } from "./conform.ts";
import { createMockTarget, MOCK } from "./targets/mock.ts";

conform(() => createMockTarget({ engine: "prism" }), MOCK);
