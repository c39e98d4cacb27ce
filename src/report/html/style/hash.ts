// Made by tests/tools/write-style-hash.ts. Not to be edited.

/** SHA-256 over `PAGE_CSS`, in base64. */
export const PAGE_HASH = "vdoLUYyc6L9xlmEdoDc/o0J21aGx8xkKQei3yTiOubE=";
