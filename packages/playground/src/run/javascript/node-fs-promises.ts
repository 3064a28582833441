// The module "node:fs/promises" that programs import.
const fileSystem = globalThis.process.getBuiltinModule("node:fs/promises");
export const {
  access,
  appendFile,
  constants,
  link,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  unlink,
  writeFile,
} = fileSystem;
// biome-ignore lint/style/noDefaultExport: Node's module has one
export default fileSystem;
