import { describe, expect, test } from "vitest";
import { NOTICE } from "../../src/model/notice.ts";
import { said, STACK } from "./run.ts";

interface Json {
  readonly entries: readonly {
    readonly seq: number;
    readonly effects: readonly { readonly id: string; readonly kind: string; readonly because: readonly string[] }[];
    readonly happening: { readonly because: readonly string[] };
    readonly findings: readonly { readonly rule: string; readonly matched: boolean }[];
  }[];
}

const flat = (text: string): string => text.replace(/\s+/g, " ");

const trace = JSON.parse((await said(["replay", "--format", "json"])).stdout) as Json;

describe("why", async () => {
  const refusal = trace.entries.find((entry) => entry.effects.some(({ kind }) => kind === "denied"))!;
  const { code, stdout } = await said(["why", "missed-instalment", String(refusal.seq)]);
  const denied = refusal.effects.find(({ kind }) => kind === "denied")!;

  test("begins at the entry and ends at a root, each link before its cause, with rule, conditions, evidence and source", () => {
    expect(code).toBe(0);
    const ids = [...stdout.matchAll(/^Y\d+-\d\d +(\d+\.\d+) /gm)].map(([, id]) => id!);
    expect(ids).toContain(denied.id);
    expect(ids).toContain(denied.because[0]);
    const order = ids.map((id) => id.split(".").map(Number)).map(([seq, place]) => seq! * 1000 + place!);
    expect(order).toEqual([...order].sort((a, b) => b - a));
    expect(flat(stdout)).toContain("a root: it happened of itself");
    expect(flat(stdout)).toMatch(
      /rule court\/fast-trains:.*conditions:.*lists contains court-defaulters \(court-defaulters: yes\); circumstance:limit is not lifted \(none: yes\)\).*the rule: documented; \[TEXT-2015\] Art\. 3\(1\)\(9\)/,
    );
  });

  test("a refused attempt is its occasion, never its root", () => {
    expect(flat(stdout)).toContain("the occasion: it happened of itself");
    expect(stdout.split("\n\n")[1]).not.toContain(`#${refusal.seq}`);
  });

  test("--all follows every cause, and names all that the short chain only mentions", async () => {
    const late = trace.entries.find((entry) =>
      entry.effects.some(({ kind, because }) => kind === "class-moved" && because.length > 3),
    )!;
    const short = (await said(["why", "missed-instalment", `#${late.seq}`])).stdout;
    const long = (await said(["why", "missed-instalment", `#${late.seq}`, "--all"])).stdout;
    expect(flat(short)).toContain("; also from ");
    expect(flat(long)).not.toContain("; also from ");
    for (const cause of late.effects.find(({ kind }) => kind === "class-moved")!.because)
      expect(long).toMatch(new RegExp(`^Y\\d+-\\d\\d +${cause.replace(".", "\\.")} `, "m"));
  });

  test("carries the notice, and the composite's warning", () => {
    expect(flat(stdout)).toContain(NOTICE);
    expect(flat(stdout)).toContain("nobody lived under exactly these rules together");
  });

  test.each([["99999"], ["9999"], ["-1"], ["1.2"], [""]])("there is no entry “%s”", async (entry) => {
    const ran = await said(["why", "missed-instalment", "--", entry]);
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 2, stdout: "" });
    expect(ran.stderr).toMatch(/#0 to #\d+/);
    expect(ran.stderr).not.toMatch(STACK);
  });
});

describe("why of a rule", () => {
  test("each moment at which it did not match, with what failed: expected and actual", async () => {
    const { code, stdout } = await said(["why", "one-entry", "everyday/friends-withdraw"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Y\d+-\d\d The class changes\n {2}✗ class is one of C, D \(B: no\)/m);
    expect(flat(stdout)).toContain("never matched");
    expect(flat(stdout)).toContain(NOTICE);
  });

  test("each at which it did, with the values that decided it, and where its source says so", async () => {
    const { code, stdout } = await said(["why", "missed-instalment", "suining/class-d-no-loan"]);
    expect(code).toBe(0);
    const matched = [...stdout.matchAll(/^(Y\d+-\d\d) #(\d+) .+\n {2}✓ class is D \(D: yes\)/gm)];
    expect(matched.length).toBeGreaterThan(0);
    expect(flat(stdout)).toMatch(new RegExp(`It was consulted \\d+ times? and matched ${matched.length} times?\\.`));
    for (const [, , seq] of matched) {
      const { findings } = trace.entries[Number(seq)]!;
      expect(findings).toContainEqual(expect.objectContaining({ rule: "suining/class-d-no-loan", matched: true }));
    }
    expect(stdout).toMatch(/^ {2}the rule: \w+; \[/m);
  });

  test("a rule may be named without its pack", async () => {
    expect((await said(["why", "one-entry", "friends-withdraw"])).stdout).toBe(
      (await said(["why", "one-entry", "everyday/friends-withdraw"])).stdout,
    );
  });

  test("a rule that nothing in this life could have called on", async () => {
    expect(flat((await said(["why", "one-entry", "court/ground-refusal"])).stdout)).toContain("never consulted");
  });

  test("an unknown rule suggests the nearest", async () => {
    const { code, stderr } = await said(["why", "one-entry", "suining/drunk-drivign"]);
    expect(code).toBe(2);
    expect(stderr).toContain("“suining/drunk-driving”");
  });
});
