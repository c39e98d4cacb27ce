import type { PartLived, Parts } from "../analysis/parts.ts";
import type { Rulebook } from "../model/rulebook.ts";
import type { Section } from "./section.ts";
import { capital, listed, monthsCounted } from "./wording.ts";

/** What each part of a composite does by itself, in two sentences. */
export function partsSay({ lived, lossNeeds }: Parts, rulebook: Rulebook): string[] {
  const whole = lived.at(-1)!;
  const alone = lived.filter(({ packs }) => packs.length === 1);
  const counts = ({ denied, months, upTo, losses }: PartLived): string =>
    `${denied}, ${monthsCounted(months, upTo)}, ${losses}`;
  return [
    `Refusals, months with a door shut, and losses, part by part: ${[
      ...alone.map((part) => `${partSays(part, rulebook)} alone ${counts(part)}`),
      `all together ${counts(whole)}`,
    ].join("; ")}.`,
    ...(whole.losses > 0 && lossNeeds.length > 0
      ? [
          `No loss comes without ${listed(lossNeeds.map(({ pack }) => nameOf(pack, rulebook)))}.${ours(lossNeeds, rulebook)}`,
        ]
      : []),
  ];
}

/** The same as a table, with what all parts but one do. */
export function partsSection({ lived }: Parts, rulebook: Rulebook): Section {
  return {
    heading: "What each part does alone",
    sentences: [
      "The same life, replayed under parts of the rulebook. What comes only where parts stand together, no one of them has brought about.",
    ],
    table: {
      head: ["under", "refusals", "months shut", "losses"],
      rows: lived.map((part) => [
        capital(partSays(part, rulebook)),
        `${part.denied} of ${part.tried}`,
        monthsCounted(part.months, part.upTo),
        String(part.losses),
      ]),
    },
  };
}

function partSays({ packs }: PartLived, rulebook: Rulebook): string {
  return listed(packs.map((pack) => nameOf(pack, rulebook)));
}

function nameOf(pack: string, { packs }: Rulebook): string {
  const { short } = packs.find(({ id }) => id === pack)!;
  return short ?? pack;
}

function ours(needs: Parts["lossNeeds"], rulebook: Rulebook): string {
  const names = needs.filter(({ leads }) => isOurs(leads)).map(({ pack }) => nameOf(pack, rulebook));
  return names.length === 0 ? "" : ` Every link that ${listed(names)} add is ours: inferred or invented.`;
}

function isOurs(leads: readonly string[]): boolean {
  return leads.length > 0 && leads.every((level) => level === "inferred" || level === "invented");
}
