import { HtmlValidate } from "html-validate";

const CHECKER = new HtmlValidate({ extends: ["html-validate:recommended"] });

/** What is wrong with a page, by line. */
export function htmlFaults(page: string): string[] {
  return CHECKER.validateStringSync(page).results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line}: ${message} (${ruleId})`),
  );
}
