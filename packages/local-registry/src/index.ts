export { npm, npx, packPackage } from "./npm.ts";
export { type LocalRegistry, startRegistry } from "./registry.ts";
