/** One screen: what this is, what it refuses, three commands to try. Narrow enough for any terminal. */
export const WELCOME = `demerit takes a social scoring system apart.

It replays reported point deductions, classes and court
lists over invented people, and prints an audit trace: link
by link, which rule did what, on which source, and what each
harm goes back to.

It refuses, by its shape: real people (nothing here can hold
one), reading people in, ranking anybody, a server, the
network. See ETHICS.md.

Try:
  demerit replay             two years that became four
  demerit replay petitioner  what complaining costs
  demerit list rules         every rule, and its sources

  demerit --help             all commands
`;
