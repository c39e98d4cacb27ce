import { EXITS } from "./exit.ts";

/** The commands by what one wants, each with what it takes and what it does; one screen of 24 lines and 80 columns, the prompt among them. */
const WANTED: readonly (readonly [want: string, commands: readonly (readonly [takes: string, says: string])[]])[] = [
  [
    "Read a life",
    [
      ["replay [PERSON…]", "the audit trace: each rule, each sum"],
      ["why PERSON ENTRY|RULE", "how an entry came about; what a rule said"],
      ["list WHAT", "people, rules, sources, open questions …"],
      ["demo", "a walk through one life, for a class"],
    ],
  ],
  [
    "Edit rules",
    [
      ["new FILE", "a file to begin with: your own edit"],
      ["check RULEBOOK|FILE…", "all that is wrong with it, line by line"],
      ["test FILE…", "whether the rules do what you expect"],
      ["compare BOOK BOOK", "whom an edit hurts less, or more"],
    ],
  ],
  [
    "Ask the rules",
    [
      ["ablate [PERSON…]", "what each rule alone is to blame for"],
      ["sweep NUMBER", "where one number begins to hurt"],
      ["readings [PERSON…]", "what holds however the sources are read"],
      ["repair PERSON", "the smallest change that spares a harm"],
      ["wrong-record PERSON", "how far one false entry spreads"],
    ],
  ],
  [
    "Put on paper",
    [
      ["print [PERSON…]", "a life as a page, a PDF or its pictures"],
      ["verify FILE", "whether a page is what its trace gives"],
      ["worksheet PERSON", "a sheet with gaps for a class, and its key"],
      ["handout", "a whole lesson"],
    ],
  ],
  ["Beside these", [["completion SHELL", "completes words in your shell"]]],
];

const codes = Object.values(EXITS)
  .map(({ code, short }) => `${code} ${short}`)
  .join(", ");

export const HELP = `demerit COMMAND …     Takes a social scoring system apart, over invented people.

${WANTED.flatMap(([want, commands]) =>
  commands.map(([takes, says], at) => `${(at === 0 ? want : "").padEnd(14)}${takes.padEnd(23)}${says}`),
).join("\n")}

-o FILE writes to a file; its ending decides the form. COMMAND --help says more.
Exit: ${codes}
`;

export const HELP_NOTE =
  "-f replaces a file that is there. --format is the form on standard output. --no-color is plain.";
