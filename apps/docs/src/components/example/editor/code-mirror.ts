// This import must be first, because otherwise Prism highlights the page.
import "./manual-prism.ts";

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, indentUnit } from "@codemirror/language";
import { EditorState, Prec } from "@codemirror/state";
import { EditorView, gutters, keymap, lineNumbers } from "@codemirror/view";
import type { Language } from "../../../../plugins/examples/example-files.ts";
import { changeBetween } from "./change-between.ts";
import { type FaultyLine, faultyLine, showFault } from "./faulty-line.ts";
import { indentation } from "./indentation.ts";
import { highlighting } from "./prism-highlighting.ts";
import { theme } from "./theme.ts";

/** The start and the end of the reader's selection, in characters. */
export interface Selection {
  readonly anchor: number;
  readonly head: number;
}

export interface CodeEditorOptions {
  readonly language: Language;
  readonly label: string;
  readonly code: string;
  readonly selection?: Selection;
  readonly onChange: (code: string) => void;
  /** Called on Ctrl+Enter or Cmd+Enter. */
  readonly onRun: () => void;
  /** Called on Escape. */
  readonly onLeave: () => void;
}

export interface CodeEditor {
  readonly focus: () => void;
  readonly selectAll: () => void;
  /** Replaces the code. */
  readonly show: (code: string) => void;
  /** Marks the line of an error. Undefined removes the mark. */
  readonly mark: (line: FaultyLine) => void;
  readonly destroy: () => void;
}

/**
 * Creates an editor in an element. The editor is in a shadow root, so that CodeMirror uses adopted style sheets. In the
 * document it would use a `<style>` element, which the content security policy rejects. Tab leaves the editor.
 */
export function createCodeEditor(host: HTMLElement, options: CodeEditorOptions): CodeEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const { code, selection } = options;
  const state = EditorState.create({
    doc: code,
    ...(selection && { selection: withinCode(selection, code) }),
    extensions: extensionsOf(options),
  });
  const view = new EditorView({ state, root, parent: root });
  return {
    focus: () => view.focus(),
    selectAll: () => view.dispatch({ selection: { anchor: 0, head: view.state.doc.length } }),
    show(next) {
      const changes = changeBetween(view.state.doc.toString(), next);
      if (changes) view.dispatch({ changes });
    },
    mark: (line) => view.dispatch({ effects: showFault.of(line) }),
    destroy: () => view.destroy(),
  };
}

function extensionsOf({ language, label, onChange, onRun, onLeave }: CodeEditorOptions) {
  const run = () => {
    onRun();
    return true;
  };
  const leave = () => {
    onLeave();
    return true;
  };
  return [
    Prec.highest(
      keymap.of([
        { key: "Ctrl-Enter", run },
        { key: "Meta-Enter", run },
        { key: "Escape", run: leave },
      ]),
    ),
    keymap.of([...defaultKeymap, ...historyKeymap]),
    history(),
    lineNumbers(),
    // Line numbers scroll with the code, because the space beside it is narrow.
    gutters({ fixed: false }),
    bracketMatching(),
    indentUnit.of(language === "py" ? "    " : "  "),
    indentation,
    EditorState.languageData.of(() => [
      { commentTokens: { line: language === "ts" ? "//" : "#" } },
    ]),
    highlighting(language),
    faultyLine,
    // The field can be reached with Tab even without a tabindex, but axe requires one on scrollable content.
    EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
    EditorView.updateListener.of(({ docChanged, state }) => {
      if (docChanged) onChange(state.doc.toString());
    }),
    theme,
  ];
}

/** Limits the selection to the code. It comes from the text area, whose text may be older. */
function withinCode({ anchor, head }: Selection, { length }: string): Selection {
  return { anchor: Math.min(anchor, length), head: Math.min(head, length) };
}
