import { sumOf } from "./functions.ts";
import { isEqual, isObject, JqError, type Json, typeOf } from "./json.ts";

/** Returns a field of an object or an item of an array. */
export function look(value: Json, key: Json): Json {
  if (typeof key === "string" && (value === null || isObject(value))) return value?.[key] ?? null;
  if (typeof key === "number" && value === null) return null;
  if (typeof key === "number" && Array.isArray(value)) return value.at(Math.floor(key)) ?? null;
  const what = typeof key === "string" ? `"${key}"` : typeOf(key);
  throw new JqError(`Cannot index ${typeOf(value)} with ${what}`, 5);
}

const ORDER: readonly string[] = ["null", "boolean", "number", "string", "array", "object"];

export function compare(left: Json, operator: string, right: Json): boolean {
  if (operator === "==") return isEqual(left, right);
  if (operator === "!=") return !isEqual(left, right);
  const difference = order(left, right);
  if (operator === "<") return difference < 0;
  if (operator === "<=") return difference <= 0;
  return operator === ">" ? difference > 0 : difference >= 0;
}

function order(left: Json, right: Json): number {
  const byType = ORDER.indexOf(typeOf(left)) - ORDER.indexOf(typeOf(right));
  if (byType !== 0) return byType;
  if (isEqual(left, right)) return 0;
  const [a, b] =
    typeof left === "object" ? [JSON.stringify(left), JSON.stringify(right)] : [left, right];
  return (a ?? 0) < (b ?? 0) ? -1 : 1;
}

export function calculate(left: Json, operator: string, right: Json): Json {
  if (operator === "+") return sumOf(left, right);
  if (typeof left !== "number" || typeof right !== "number") {
    throw new JqError(
      `${typeOf(left)} and ${typeOf(right)} cannot be combined with ${operator}`,
      5,
    );
  }
  if (operator === "-") return left - right;
  if (operator === "*") return left * right;
  if (right === 0) throw new JqError("cannot be divided because the divisor is zero", 5);
  return operator === "/" ? left / right : Math.trunc(left) % Math.trunc(right);
}
