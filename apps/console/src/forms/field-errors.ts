/** The part of a form that finds an input. */
interface InputsOfForm {
  readonly getInputNode: (path: string) => HTMLElement | null;
}

/** Moves the focus to the first field that was refused. Goes to a form's `onSubmit` as its second argument. */
export function focusFirstError(form: InputsOfForm): (errors: object) => void {
  return (errors) => {
    const first = Object.keys(errors)[0];
    if (first !== undefined) form.getInputNode(first)?.focus();
  };
}
