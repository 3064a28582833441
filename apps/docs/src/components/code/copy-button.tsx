import { type ReactNode, useState } from "react";
import { copyText } from "./copy-text.ts";

export interface CopyButtonProps {
  readonly text: () => string;
  /** Selects the text if the page may not use the clipboard, for example over http. */
  readonly select: () => void;
}

/** A button that copies code and shows the outcome. */
export function CopyButton({ text, select }: CopyButtonProps): ReactNode {
  const [label, setLabel] = useState("Copy");
  const copy = async (): Promise<void> => setLabel(await copyText(text(), select));
  return (
    <button
      type="button"
      className="copy-code"
      onClick={() => void copy()}
      onPointerLeave={() => setLabel("Copy")}
    >
      {label}
    </button>
  );
}
