/** The shortest password that is accepted, in characters. */
export const PASSWORD_LENGTH = 12;

/** What is wrong with a field, or null. */
type Rule = (value: string) => string | null;

/** A text that must not be blank. */
export const required =
  (message: string): Rule =>
  (value) =>
    value.trim() === "" ? message : null;

/** An e-mail address, as far as a form can tell. */
export const emailRule: Rule = (value) =>
  /^[^\s@]+@[^\s@]+$/.test(value.trim())
    ? null
    : "Enter an email address, such as ana@example.org.";

/** A password that is long enough. It may be anything else. */
export const passwordRule: Rule = (value) =>
  [...value].length < PASSWORD_LENGTH ? `Use ${PASSWORD_LENGTH} characters or more.` : null;

/** A name of a key or an organization: 1 to 100 characters, none of them a control character. */
export const nameRule: Rule = (value) => {
  if (value.trim() === "") return "Enter a name.";
  if ([...value].length > 100) return "Use 100 characters or fewer.";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the contract refuses them
  return /[\u0000-\u001f\u007f]/.test(value) ? "Remove the control characters." : null;
};
