import type { ReactNode } from "react";
import type { MemberView, SchemaView } from "../../../plugins/reference/schema-view.ts";
import { Facts, Type } from "./facts.tsx";
import { FieldName } from "./field-name.tsx";

export interface MembersProps {
  readonly of: SchemaView;
  /** The prefix of the fields' anchors: `body` results in `#body-args-prompt`. */
  readonly anchor: string;
}

/** A schema: its type and its fields, including nested fields. */
export function Members({ of, anchor }: MembersProps): ReactNode {
  const { members, description: _, ...self } = of;
  return (
    <div className="schema">
      <p className="schema-head">
        <Type of={self} />
      </p>
      <Facts of={self} />
      {members !== undefined && <MemberList members={members} anchor={anchor} />}
    </div>
  );
}

interface MemberListProps {
  readonly members: readonly MemberView[];
  readonly anchor: string;
}

function MemberList({ members, anchor }: MemberListProps): ReactNode {
  return (
    <ul className="members">
      {members.map((member) => {
        const own = `${anchor}-${member.name === "*" ? "any" : member.name}`;
        return (
          <li key={member.name} id={own}>
            <p className="member-head">
              <FieldName name={member.name === "*" ? "any name" : member.name} anchor={own} />{" "}
              <Type of={member} />
              {member.required && <span className="required">required</span>}
            </p>
            <Facts of={member} />
            {member.members !== undefined && (
              <details>
                <summary>
                  Fields of <code>{member.name === "*" ? "each" : member.name}</code>
                </summary>
                <MemberList members={member.members} anchor={own} />
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}
