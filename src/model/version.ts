/** Of the program, as in package.json; every printed page says which one made it. */
export const VERSION = "0.1.0";

/** How a page names the program. */
export const PROGRAM = `demerit ${VERSION}`;
