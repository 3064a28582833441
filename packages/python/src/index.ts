export { type Environment, environments } from "./environments.ts";
export { findPython } from "./find-python.ts";
export { PipError } from "./pip.ts";
export { pythonWith, whyNoPython } from "./python-with.ts";
