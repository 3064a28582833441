import type { ReactNode } from "react";
import type { MemberView, SchemaView } from "../../../plugins/reference/schema-view.ts";
import { Facts, Type } from "./facts.tsx";

/** A schema: its type, and its members with theirs inside them. */
export function Members({ of }: { readonly of: SchemaView }): ReactNode {
  const { members, description: _, ...self } = of;
  return (
    <div className="schema">
      <p className="schema-head">
        <Type of={self} />
      </p>
      <Facts of={self} />
      {members !== undefined && <MemberList members={members} />}
    </div>
  );
}

function MemberList({ members }: { readonly members: readonly MemberView[] }): ReactNode {
  return (
    <ul className="members">
      {members.map((member) => (
        <li key={member.name}>
          <p className="member-head">
            <code className="member-name">{member.name === "*" ? "any name" : member.name}</code>{" "}
            <Type of={member} />
            {member.required && <span className="required">required</span>}
          </p>
          <Facts of={member} />
          {member.members !== undefined && (
            <details>
              <summary>
                Members of <code>{member.name === "*" ? "each" : member.name}</code>
              </summary>
              <MemberList members={member.members} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
