export { normalize } from "./normalize.ts";
export { openRealPrograms, type Printed, type RealPrograms } from "./real-programs.ts";
