/** How each package manager installs what `npm install` and `pip install` do, and which word stands for a development dependency. */
const managers = {
  npm: { pnpm: "pnpm add", yarn: "yarn add", bun: "bun add" },
  pip: { uv: "uv add", poetry: "poetry add" },
} as const;

/**
 * The same installation by each package manager.
 *
 * @returns undefined for any other command, such as `npx`
 */
export function installCommands(command: string): Readonly<Record<string, string>> | undefined {
  const [, tool, rest = ""] = /^(npm|pip) install ([^\n]+)$/.exec(command.trim()) ?? [];
  if (tool !== "npm" && tool !== "pip") return undefined;
  const own: Record<string, string> = { [tool]: command.trim() };
  for (const [name, verb] of Object.entries(managers[tool]))
    own[name] = `${verb} ${rest.replace("--save-dev", "--dev").replace("--upgrade ", "")}`;
  return own;
}
