/** The commands of other package managers that correspond to `npm install` and `pip install`. */
const managers = {
  npm: { pnpm: "pnpm add", yarn: "yarn add", bun: "bun add" },
  pip: { uv: "uv add", poetry: "poetry add" },
} as const;

/**
 * Returns an installation command for each package manager.
 *
 * @returns undefined if the command is not an installation, such as `npx`
 */
export function installCommands(command: string): Readonly<Record<string, string>> | undefined {
  const [, tool, rest = ""] = /^(npm|pip) install ([^\n]+)$/.exec(command.trim()) ?? [];
  if (tool !== "npm" && tool !== "pip") return undefined;
  const own: Record<string, string> = { [tool]: command.trim() };
  for (const [name, verb] of Object.entries(managers[tool]))
    own[name] = `${verb} ${rest.replace("--save-dev", "--dev").replace("--upgrade ", "")}`;
  return own;
}
