/** Stands in every Trace, so that every format carries it. */
export const NOTICE = "Invented persons only: this is not a record of anyone real, nor a tool for scoring anyone.";
