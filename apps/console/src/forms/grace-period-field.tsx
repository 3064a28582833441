import type { ReactNode } from "react";
import { Choices } from "./choices.tsx";

/** The grace period of a rotation, in seconds, as the value of a form. */
export type GracePeriod = "0" | "3600" | "86400" | "604800";

/** The grace period that a form suggests: a day. */
export const SUGGESTED_GRACE_PERIOD: GracePeriod = "86400";

interface GracePeriodFieldProps {
  readonly label: string;
  readonly description: string;
  /** Describes a rotation without a grace period. */
  readonly immediately: string;
  readonly value: GracePeriod;
  readonly onChange: (value: GracePeriod) => void;
}

/** Asks how long a secret is still valid after its rotation. */
export function GracePeriodField({ immediately, ...field }: GracePeriodFieldProps): ReactNode {
  return (
    <Choices
      {...field}
      choices={[
        { value: "0", label: "No time", text: immediately },
        { value: "3600", label: "1 hour", text: "You replace it by hand, now." },
        { value: "86400", label: "24 hours", text: "A deployment replaces it." },
        { value: "604800", label: "7 days", text: "Other people have to replace it." },
      ]}
    />
  );
}
