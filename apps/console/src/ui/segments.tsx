import { type ReactNode, useId } from "react";
import classes from "./segments.module.css";

interface Segment<Value> {
  readonly value: Value;
  readonly label: string;
}

interface SegmentsProps<Value extends string> {
  readonly "aria-label"?: string;
  readonly "aria-labelledby"?: string;
  readonly data: readonly Segment<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** `xs` has small text and takes the full width. */
  readonly size?: "xs" | "sm";
}

/**
 * A segmented control of native radio buttons. Mantine's SegmentedControl measures itself for its animation, which
 * forces a layout of the whole page.
 */
export function Segments<Value extends string>(props: SegmentsProps<Value>): ReactNode {
  const { data, value, onChange, size = "sm", ...labels } = props;
  const name = useId();
  return (
    <div role="radiogroup" className={classes.group} data-size={size} {...labels}>
      {data.map((segment) => (
        <label key={segment.value} className={classes.segment}>
          <input
            type="radio"
            className={classes.input}
            name={name}
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
          />
          {segment.label}
        </label>
      ))}
    </div>
  );
}
