import { conform } from "./conform.ts";
import { createProcessTarget, PROCESS } from "./targets/process.ts";

conform(createProcessTarget, PROCESS);
