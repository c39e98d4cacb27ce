import type { Myth } from "./fact.ts";

/** Claims for a class to vote on, and what is known; after the dossier's section on myths, and two of its cautions. */
export const MYTHS: readonly Myth[] = [
  {
    id: "myth.single-score",
    claim: "In China every citizen has a score.",
    says: "There is no single national score for individuals.",
    grade: "documented",
    cites: ["HORS18", "MITTR22", "WORLD19", "DAUM-THREAD", "KKI"],
  },
  {
    id: "guard.no-travel-in-suining",
    claim: "Whoever lost points in Suining could no longer buy a train ticket.",
    says: "The ban comes from the courts' list, which follows a court's decision and is not computed from points. We have seen no source that ties a class of the county to it; a life in which both meet is a composite, and ours.",
    grade: "documented",
    cites: ["CLT-2017", "CLT-MOU", "DAUM-FLY"],
  },
  {
    id: "myth.nofly-score",
    claim: "People with a low score are put on a no-fly list.",
    says: "That list is not for low scores but for named breaches of law or duty.",
    grade: "documented",
    cites: ["DAUM-FLY"],
  },
  {
    id: "count.attempts-ratio",
    claim: "By the end of 2018 more than 17 million people had been kept from flying.",
    says: "Such figures count attempts, added up over years. In one early count, 108,000 attempts were made by 12,389 people: nearly nine each.",
    grade: "reported",
    cites: ["CYD14"],
  },
  {
    id: "myth.games-diapers",
    claim: "Whoever plays video games for ten hours is marked down by the government as an idle person.",
    says: "It goes back to a remark by a manager of a private firm's score, passed on by one medium after another; a spokesperson said that social-media posts do not count. It describes no government rule.",
    grade: "reported",
    cites: ["RS18"],
  },
  {
    id: "myth.jaywalk-screens",
    claim: "Screens that show jaywalkers are social credit.",
    says: "The screens are displays of the police, which one scholar asks to keep apart from social credit. But some local rules did record a red light run, Suining's among them; officials later named that as an abuse.",
    grade: "contested",
    cites: ["TERM21", "XH14", "1MT", "DAUM-THREAD"],
  },
  {
    id: "myth.xinjiang",
    claim: "Mass detention and surveillance in Xinjiang are part of social credit.",
    says: "One web article folds them in; a scholar of the law says they have little to do with each other. The question here is only whether one belongs to the other; that makes neither less grave.",
    grade: "contested",
    cites: ["WEB", "DAUM-THREAD"],
  },
  {
    id: "myth.correct-use",
    claim: "It does not matter if the details are wrong: the warning is right.",
    says: "A scholar's view: getting the mechanism right matters, because effort is wasted on fighting systems that do not exist. Nor should scattered pilots be shown as a nationwide fact.",
    grade: "documented",
    cites: ["DAUM-THREAD"],
  },
];
