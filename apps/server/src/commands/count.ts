import { StartError } from "../start-error.ts";

/** A whole number from 1 on. @throws StartError for anything else */
export function toCount(text: string, name: string, most: number): number {
  const count = /^\d{1,15}$/.test(text) ? Number(text) : 0;
  if (count > 0 && count <= most) return count;
  throw new StartError(`${name} must be a whole number from 1 to ${most}.`);
}
