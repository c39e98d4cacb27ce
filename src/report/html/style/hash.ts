// Made by tests/tools/write-style-hash.ts. Not to be edited.

/** SHA-256 over `PAGE_CSS`, in base64. */
export const PAGE_HASH = "hsTCsPTLF4zhDtGRh/o9k5AXNjp7G3U6VMgDqIhu/fk=";
