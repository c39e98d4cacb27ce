/** The fonts of every page. Latin comes first, so that no apostrophe is as wide as a character. */
export const SANS =
  '"Demerit Sans", "Demerit Han", "Source Sans 3", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif';
export const SERIF = '"Demerit Serif", "Demerit Sans", "Demerit Han", "Source Serif 4", "Songti SC", serif';
