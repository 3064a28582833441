import type { LeakPolicy } from "@sinkove/contract";
import type { Choice } from "../../forms/choices.tsx";

/** The leak policies with their descriptions, strictest first. */
export const LEAK_POLICIES: readonly Choice<LeakPolicy>[] = [
  {
    value: "revoke",
    label: "Revoke the key",
    text: "It stops working at once and for good. Programs that use it need a new key.",
  },
  {
    value: "disable",
    label: "Disable the key",
    text: "It stops working at once. Its owner can enable it again.",
  },
  {
    value: "notify",
    label: "Only send the emails",
    text: "The key keeps working, for the person who found it too.",
  },
];

const RESULTS: Readonly<Record<LeakPolicy, string>> = {
  revoke: "it is revoked",
  disable: "it is disabled",
  notify: "it keeps working",
};

/** Returns a sentence that says what a leak policy does. */
export function leakPolicyText(policy: LeakPolicy): string {
  return `If a key that reaches this organization leaks, ${RESULTS[policy]}.`;
}
