import Link from "@docusaurus/Link";
import type { TargetChoice, TargetKind } from "@sinkove/playground";
import { type ReactNode, useId, useRef, useState } from "react";
import controls from "./controls.module.css";
import type { LoadedPlayground } from "./site-playground.ts";
import styles from "./target.module.css";

const labels: Readonly<Record<TargetKind, string>> = {
  page: "In this page",
  mock: "Local mock server",
  api: "Your API",
};

export interface TargetButtonProps {
  readonly load: () => Promise<LoadedPlayground>;
  readonly loaded: LoadedPlayground | undefined;
}

/** Shows the target of the examples' requests, and opens the dialog that changes it. */
export function TargetButton({ load, loaded }: TargetButtonProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  const kind = loaded?.playground.target.kind ?? "page";
  const [fault, setFault] = useState("");
  const open = async (): Promise<void> => {
    try {
      await load();
    } catch (error) {
      setFault(error instanceof Error ? error.message : `${error}`);
      return;
    }
    setFault("");
    setOpen(true);
    dialog.current?.showModal();
  };
  return (
    <>
      <button
        type="button"
        className={controls.target}
        data-action="target"
        onClick={() => void open()}
      >
        <span className={controls.targetName}>Runs: </span>
        {labels[kind].toLowerCase()}
      </button>
      <span role="status">{fault}</span>
      <dialog
        ref={dialog}
        className={styles.dialog}
        aria-label="Where examples run"
        onClose={() => setOpen(false)}
      >
        {isOpen && loaded && <TargetForm loaded={loaded} close={() => dialog.current?.close()} />}
      </dialog>
    </>
  );
}

interface TargetFormProps {
  readonly loaded: LoadedPlayground;
  readonly close: () => void;
}

function TargetForm({ loaded, close }: TargetFormProps): ReactNode {
  const { playground, module } = loaded;
  const { target } = playground;
  const choose = (changes: Partial<TargetChoice>): void =>
    playground.choose({ ...target, ...changes });
  return (
    <div>
      <h2 className={styles.heading}>Where examples run</h2>
      <p>Applies to every example on this site, and is remembered for your next visit.</p>
      <fieldset className={styles.choices}>
        <legend className="visually-hidden">Target</legend>
        <Choice kind="page" target={target} onChoose={choose}>
          A sandbox in your browser, with a key. You don't need an account or a network connection.
        </Choice>
        <Choice kind="mock" target={target} onChoose={choose}>
          A <Link to="/guides/testing">mock server</Link> on this machine, at {module.MOCK_URL}. If
          the browser asks, allow this site to reach your local network.
        </Choice>
        <Choice kind="api" target={target} onChoose={choose}>
          Any API that allows requests from this site (CORS), with your own key.
        </Choice>
      </fieldset>
      {target.kind === "page" && <ResetSandbox playground={playground} />}
      {target.kind === "api" && <OwnApi loaded={loaded} />}
      <button type="button" className={controls.run} onClick={close}>
        Done
      </button>
    </div>
  );
}

interface ChoiceProps {
  readonly kind: TargetKind;
  readonly target: TargetChoice;
  readonly onChoose: (changes: Partial<TargetChoice>) => void;
  readonly children: ReactNode;
}

function Choice({ kind, target, onChoose, children }: ChoiceProps): ReactNode {
  const id = useId();
  return (
    <div className={styles.choice}>
      <input
        type="radio"
        id={id}
        name={`target-${id}`}
        value={kind}
        checked={target.kind === kind}
        aria-describedby={`${id}-about`}
        onChange={() => onChoose({ kind })}
      />
      <label htmlFor={id}>{labels[kind]}</label>
      <p id={`${id}-about`}>{children}</p>
    </div>
  );
}

function ResetSandbox({ playground }: Pick<LoadedPlayground, "playground">): ReactNode {
  const [told, setTold] = useState("");
  const reset = async (): Promise<void> => {
    setTold("");
    try {
      await playground.resetSandbox();
      setTold("Sandbox reset.");
    } catch (error) {
      setTold(error instanceof Error ? error.message : `${error}`);
    }
  };
  return (
    <p>
      <button type="button" className={controls.plain} onClick={() => void reset()}>
        Reset the sandbox
      </button>{" "}
      <span role="status">{told}</span>
    </p>
  );
}

/** The key's field is uncontrolled, so that the key is in no attribute, only in the memory of the page. */
function OwnApi({ loaded: { playground, module } }: { loaded: LoadedPlayground }): ReactNode {
  const id = useId();
  const { target } = playground;
  const fault = target.apiUrl === "" ? undefined : module.faultOf(target.apiUrl);
  return (
    <div className={styles.fields}>
      <label htmlFor={`${id}-url`}>Address</label>
      <input
        id={`${id}-url`}
        type="url"
        inputMode="url"
        placeholder="https://api.example.com"
        defaultValue={target.apiUrl}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-fault`}
        onChange={({ currentTarget }) =>
          playground.choose({ ...target, apiUrl: currentTarget.value.trim() })
        }
      />
      <p id={`${id}-fault`} className={styles.fault}>
        {fault}
      </p>
      <label htmlFor={`${id}-key`}>API key</label>
      <input
        id={`${id}-key`}
        type="password"
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-key-about`}
        onInput={({ currentTarget }) => playground.setApiKey(currentTarget.value)}
      />
      <p id={`${id}-key-about`}>
        {playground.hasApiKey() ? "A key is set. " : ""}
        It stays in this page's memory until you leave, and is sent only to this address.
      </p>
    </div>
  );
}
