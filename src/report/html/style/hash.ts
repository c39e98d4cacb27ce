// Made by tests/tools/write-style-hash.ts. Not to be edited.

/** SHA-256 over `PAGE_CSS`, in base64. */
export const PAGE_HASH = "4MI2Nl0L9zL/KfAP6SRc3LOKZ7GbPS6xrEM2dn7teOo=";
