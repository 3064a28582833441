import { type ReactNode, useState } from "react";
import type { Language } from "../../../../plugins/examples/example-files.ts";
import type { FormView } from "../../../../plugins/reference/form-view.ts";
import styles from "./form.module.css";

export interface BodyFormProps {
  readonly form: FormView;
  /** The highlighted samples that send the body. */
  readonly code: Readonly<Partial<Record<Language, string>>>;
}

type Fields = typeof import("./body-fields.tsx").BodyFields;

/** The form for a request's body. Its fields and the contract's validators are loaded when the reader opens it. */
export function BodyForm(props: BodyFormProps): ReactNode {
  const [Fields, setFields] = useState<Fields>();
  const [fault, setFault] = useState("");
  const load = (): void => {
    import("./body-fields.tsx").then(
      ({ BodyFields }) => {
        setFault("");
        setFields(() => BodyFields);
      },
      () =>
        setFault(
          "The form could not be loaded. Check your connection, then close and open it again.",
        ),
    );
  };
  return (
    <details className={styles.form} onToggle={({ currentTarget }) => currentTarget.open && load()}>
      <summary>Fill in the request body</summary>
      {fault !== "" && <p role="alert">{fault}</p>}
      {Fields && <Fields {...props} />}
    </details>
  );
}
