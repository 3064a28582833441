/** The part of a form that looks up inputs. */
interface InputsOfForm {
  readonly getInputNode: (path: string) => HTMLElement | null;
}

/**
 * Returns a function that moves the focus to the first invalid field. Pass it to a form's `onSubmit` as the second
 * argument. A field of several inputs needs an element with `data-path` around them.
 */
export function focusFirstError(form: InputsOfForm): (errors: object) => void {
  return (errors) => {
    const first = Object.keys(errors)[0];
    if (first === undefined) return;
    const node = form.getInputNode(first);
    const input = node?.matches(INPUT) ? node : node?.querySelector<HTMLElement>(INPUT);
    input?.focus();
  };
}

const INPUT = "input:not([type=hidden]), textarea, select";
