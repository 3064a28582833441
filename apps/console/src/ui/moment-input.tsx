import { TextInput } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { filterProps } from "./filter-bar.tsx";
import { fromLocalInput, toLocalInput } from "./local-input.ts";

interface MomentInputProps {
  readonly label: string;
  /** RFC 3339, or null for none. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** A field for a date and time in the time zone of the browser. */
export function MomentInput({ label, value, onChange }: MomentInputProps): ReactNode {
  const [text, setText] = useState(toLocalInput(value));
  useEffect(() => setText(toLocalInput(value)), [value]);
  return (
    <TextInput
      type="datetime-local"
      className={filterProps.className}
      label={label}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      // On blur, because a partly typed year is a valid time too.
      onBlur={() => onChange(fromLocalInput(text))}
      onKeyDown={({ key }) => key === "Enter" && onChange(fromLocalInput(text))}
    />
  );
}
