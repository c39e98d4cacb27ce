import type { Fault } from "../fault.ts";
import type { Path } from "../place.ts";
import { adviceFor } from "../suggest.ts";
import { leafFaults } from "./leaf.ts";
import { quote } from "./quote.ts";

const JOINTS = ["all", "any", "not"] as const;
const LEAF_KEYS = ["fact", "operator", "value"] as const;
const KEYS: readonly string[] = [...JOINTS, ...LEAF_KEYS];

/** json-rules-engine knows them; this grammar does not, for the reason given. */
const REFUSED: Readonly<Record<string, string>> = {
  path: "facts are flat here, and path expressions have let code in",
  params: "facts take no parameters here",
  priority: "it would leave comparisons unevaluated, and the trace could not say why a rule did not match",
  name: "conditions have no names here; a rule has a title",
  condition: "every condition is written out where it is used, so that a reader sees it",
  factResult: "it is an answer of the engine, not a part of a question",
};

/** What is wrong with a condition; one fault for each mistake, at its place. Depth is bounded by the parser. */
export function conditionFaults(node: unknown, path: Path): Fault[] {
  if (typeof node !== "object" || node === null || Array.isArray(node)) {
    return [
      {
        code: "rule/not-a-condition",
        path,
        message: `A condition is expected here, and ${quote(node)} is none.`,
        advice: 'Write { "fact": …, "operator": …, "value": … }, or { "all": […] }, { "any": […] }, { "not": … }.',
      },
    ];
  }
  const parts = node as Readonly<Record<string, unknown>>;
  const keys = Object.keys(parts);
  const faults = keys.filter((key) => !KEYS.includes(key)).map((key) => foreignKey(key, [...path, key]));
  const joints = JOINTS.filter((joint) => keys.includes(joint));
  const leafKeys = LEAF_KEYS.filter((key) => keys.includes(key));
  const [joint] = joints;

  if (joints.length + Math.min(leafKeys.length, 1) > 1) {
    faults.push({
      code: "rule/mixed-condition",
      path,
      message: `One condition holds ${[...joints, ...leafKeys].map((key) => `“${key}”`).join(" and ")}; the engine would heed one and ignore the rest.`,
      advice: 'Put each in a condition of its own, and both in one "all" or "any".',
    });
    return faults;
  }
  if (joint === "not") return [...faults, ...conditionFaults(parts["not"], [...path, "not"])];
  if (joint !== undefined) return [...faults, ...listFaults(joint, parts[joint], [...path, joint])];
  if (leafKeys.length === 0) {
    // A lone unknown key has been named already; saying it twice would not help.
    if (faults.length > 0) return faults;
    return [
      {
        code: "rule/empty-condition",
        path,
        message: "This condition asks nothing.",
        advice: "Compare a fact, or take the condition out.",
      },
    ];
  }
  const missing = LEAF_KEYS.filter((key) => !leafKeys.includes(key));
  for (const key of missing) {
    faults.push({
      code: "rule/missing-key",
      path,
      message: `A comparison needs “fact”, “operator” and “value”; “${key}” is missing.`,
      advice: `Add “${key}”.`,
    });
  }
  if (missing.length > 0) return faults;
  return [...faults, ...leafFaults({ fact: parts["fact"], operator: parts["operator"], value: parts["value"] }, path)];
}

function listFaults(joint: "all" | "any", list: unknown, path: Path): Fault[] {
  if (!Array.isArray(list)) {
    return [
      {
        code: "rule/not-a-list",
        path,
        message: `“${joint}” takes an array of conditions.`,
        advice: `Write "${joint}": [ … ].`,
      },
    ];
  }
  if (list.length === 0) {
    return [
      {
        code: "rule/empty-list",
        path,
        message: `An empty “${joint}” counts as true to the engine, so the rule would hold always.`,
        advice: "Name at least one condition.",
      },
    ];
  }
  return (list as unknown[]).flatMap((part, index) => conditionFaults(part, [...path, index]));
}

function foreignKey(key: string, path: Path): Fault {
  const why = Object.hasOwn(REFUSED, key) ? REFUSED[key] : undefined;
  if (why !== undefined) {
    return {
      code: "rule/refused-key",
      path,
      on: "key",
      message: `“${key}” is not part of this grammar: ${why}.`,
      advice: "Take it out.",
    };
  }
  return {
    code: "rule/unknown-key",
    path,
    on: "key",
    message: `A condition has no “${key.slice(0, 60)}”, and nothing here is silently ignored.`,
    advice: adviceFor(key, KEYS),
  };
}
