// The module "node:process" that programs import.
const { process } = globalThis;
export const { env, argv, exit, stdout, stderr, cwd, platform } = process;
// biome-ignore lint/style/noDefaultExport: Node's module has one
export default process;
