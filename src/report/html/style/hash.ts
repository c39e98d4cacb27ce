// Made by tests/tools/write-style-hash.ts. Not to be edited.

/** SHA-256 over `PAGE_CSS`, in base64. */
export const PAGE_HASH = "+G7RaeVrijRCn42IFmOGFMjksuIsD++1HxeV5XmPNeQ=";
