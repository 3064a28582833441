import { conform, type Exclusions } from "./conform.ts";
import { LOCAL } from "./targets/local.ts";
import { createPrismTarget } from "./targets/prism.ts";

const SCHEME = "Prism compares the scheme case-sensitively";
const EXCLUSIONS: Exclusions = {
  'accepts the scheme written "bearer"': SCHEME,
  'accepts the scheme written "BEARER"': SCHEME,
  'accepts the scheme written "bEaReR    "': SCHEME,
  "refuses a query that is badly encoded": "Prism decodes the query, and encodes it anew",
};

conform(createPrismTarget, LOCAL, { exclusions: EXCLUSIONS });
