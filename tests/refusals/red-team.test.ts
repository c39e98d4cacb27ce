import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parsePersona } from "../../src/load/persona.ts";
import { ROOT, said, scratch } from "../cli/run.ts";

// Somebody tries to put a person in, by every door there is. The person is made up; the marks are
// such as a real one's would be.
const NAME = "Zhang Weiguo";
const CHINESE = "张卫国";
const CARD = "320324199001011234";
const PHONE = "+86 138 0000 0000";
const MARKS = [NAME, "Zhang-Weiguo", CHINESE, CARD, "138 0000 0000", "13800000000"];

const PERSONA = readFileSync(`${ROOT}/fixtures/personas/petitioner.json`, "utf8");
const PACK = readFileSync(`${ROOT}/rules/everyday-consequences.jsonc`, "utf8");
const cwd = scratch();
const put = (name: string, text: string): string => {
  writeFileSync(join(cwd, name), text);
  return name;
};

/** Whatever the command did, nothing of the person may stand in what it printed as a document. */
function nothingOfThem(ran: { readonly code: number | null; readonly stdout: string }): void {
  for (const mark of MARKS) expect(ran.stdout).not.toContain(mark);
}

describe("a persona's own file", () => {
  test.each([
    ["an extra key", '"kind"', `"realName": "${NAME}", "kind"`],
    ["an extra key deep inside", '"at": "Y1-03",', `"at": "Y1-03", "who": "${NAME}",`],
    ["a name", '"he-shulan"', JSON.stringify(NAME)],
    ["a Chinese name", '"he-shulan"', JSON.stringify(CHINESE)],
    ["a look-alike name, with a Cyrillic letter", '"he-shulan"', '"he-shulаn"'],
    ["a look-alike name, in full width", '"he-shulan"', '"ｈe-shulan"'],
    ["a name in the id", '"petitioner"', `"${NAME}"`],
    ["a number in the id", '"petitioner"', `"${"1".repeat(41)}"`],
    ["a long text as a circumstance", '"local"', JSON.stringify(`${NAME} ${"x".repeat(10_000)}`)],
    ["a person in the schema's name", '"../persona.schema.json"', JSON.stringify(`https://example.org/${NAME}`)],
    ["a person as an event", '"petition-judged-disruptive"', JSON.stringify(NAME)],
  ])("%s", (_, from, to) => {
    expect(PERSONA).toContain(from);
    expect(parsePersona(PERSONA.replace(from, to), "persona.json").ok).toBe(false);
  });
});

describe("the command line", () => {
  test.each([
    ["a persona's name", ["replay", NAME]],
    ["a persona's Chinese name", ["replay", CHINESE]],
    ["a card as a seed", ["replay", `seed-${CARD}`]],
    ["a name as a seed", ["replay", `seed-${NAME}`]],
    ["a card in a seeded id", ["replay", `seed-${CARD}`]],
    ["a name as the month", ["replay", "--until", NAME]],
    ["a name as a rulebook", ["replay", "--rulebook", NAME]],
    ["a name as an entry", ["why", "petitioner", NAME]],
    ["a name as a rule", ["why", "petitioner", NAME]],
    ["a name as what is to be listed", ["list", NAME]],
    ["a name as a view", ["replay", "--view", NAME]],
  ])("%s", async (_, args) => {
    const ran = await said(args, { cwd });
    expect(ran.code).toBe(2);
    nothingOfThem(ran);
  });

  test("environment variables change nothing", async () => {
    const env = Object.fromEntries(
      ["DEMERIT_NAME", "DEMERIT_PERSONA", "USER", "LOGNAME", "NAME", "HOME"].map((key) => [key, `${NAME} ${CARD}`]),
    );
    const ran = await said(["replay", "petitioner"], { env });
    expect(ran.stdout).toBe((await said(["replay", "petitioner"])).stdout);
  });
});

describe("rules", () => {
  test("the name of a file does not get onto a page", async () => {
    const file = put(`${NAME} ${CARD} ${CHINESE}.jsonc`, PACK);
    for (const expression of [`./${file}`, `suining-2010,./${file}`, `court-defaulters-2017,./${file}`]) {
      for (const format of ["text", "json", "markdown", "csv"]) {
        const ran = await said(["replay", "petitioner", "--rulebook", expression, "--format", format], { cwd });
        expect(ran.code).toBe(0);
        nothingOfThem(ran);
      }
    }
  });

  test.each([
    ["a card in a title", "No fast train to work: a block of shifts is missed", `No fast train for ${CARD}`],
    ["a telephone in a comment", "How much is not said, and not needed.", `Ask ${PHONE}.`],
    ["an address in a comment", "How much is not said, and not needed.", "Ask someone@example.org."],
    ["a card in pieces", "No fast train to work: a block of shifts is missed", "For 320324 19900101 1234"],
  ])("%s", async (_, from, to) => {
    expect(PACK).toContain(from);
    const ran = await said(["check", put("own.jsonc", PACK.replace(from, to))], { cwd });
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain("pack/identifies-someone");
  });

  test("a rule for one person: no fact tells people apart", async () => {
    for (const fact of ["name", "persona", "id", "person", "card", "address"]) {
      const ran = await said(["check", put("one.jsonc", PACK.replace('"fact": "event"', `"fact": "${fact}"`))], {
        cwd,
      });
      expect(ran.code).toBe(1);
      expect(ran.stdout).toContain("rule/unknown-fact");
    }
  });
});

describe("a saved trace", async () => {
  const saved = (await said(["replay", "petitioner", "--format", "json"])).stdout;
  test.each([
    ["another name", '"name": "he-shulan"', `"name": "${NAME}"`],
    ["a remark", '"traceVersion": 4,', `"traceVersion": 4, "about": "${NAME}",`],
    ["the notice", "Invented persons only", NAME],
    ["the warning", "A composite of instruments", `${NAME}: a composite of instruments`],
    ["a value met", '"actual": "attempt"', `"actual": "${NAME}"`],
    ["a value met that fits", '"actual": "A"', '"actual": "D"'],
    ["a class", '"class": "B"', `"class": "${NAME}"`],
    ["a rule's title", "Petition judged disruptive", NAME],
    ["the rulebook's name", '"id": "suining-composite"', `"id": "${NAME}"`],
    ["a pack's unknown", "when, or whether, the classes were dropped", NAME],
    ["a timeline of one's own", '"event": "office-besieged"', '"event": "drunk-driving"'],
  ])("%s", async (_, from, to) => {
    expect(saved).toContain(from);
    const ran = await said(["replay", "--from", put("forged.json", saved.replace(from, to))], { cwd });
    expect(ran.code).toBe(2);
    nothingOfThem(ran);
  });
});
