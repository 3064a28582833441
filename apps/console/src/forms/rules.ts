/** The minimum length of a password, in characters. */
export const PASSWORD_LENGTH = 12;

/** Returns what is wrong with the value of a field, or null. */
type Rule = (value: string) => string | null;

/** Requires a text that is not blank. */
export const required =
  (message: string): Rule =>
  (value) =>
    value.trim() === "" ? message : null;

/** Requires something like an email address. The server decides whether it is one. */
export const emailRule: Rule = (value) =>
  /^[^\s@]+@[^\s@]+$/.test(value.trim())
    ? null
    : "Enter an email address, such as ana@example.org.";

/** Requires a password that is long enough. There are no other rules. */
export const passwordRule: Rule = (value) =>
  [...value].length < PASSWORD_LENGTH ? `Use ${PASSWORD_LENGTH} characters or more.` : null;

/** Requires a name of a key or an organization: 1 to 100 characters, without control characters. */
export const nameRule: Rule = (value) => {
  if (value.trim() === "") return "Enter a name.";
  if ([...value].length > 100) return "Use 100 characters or fewer.";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the contract refuses them
  return /[\u0000-\u001f\u007f]/.test(value) ? "Remove the control characters." : null;
};
