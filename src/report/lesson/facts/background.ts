import type { Fact } from "./fact.ts";

/** A good page of background, part by part. */
export const BACKGROUND: readonly { readonly heading: string; readonly facts: readonly Fact[] }[] = [
  {
    heading: "One county, from 2010",
    facts: [
      {
        id: "suining.adopted",
        says: "On 4 September 2009 the Party committee of Suining county (睢宁县) in Jiangsu, and not its people's congress or government, adopted rules for “mass credit” (大众信用).",
        grade: "reported",
        cites: ["SMD10", "LAW10"],
      },
      {
        id: "suining.start",
        says: "They were in force from 1 January 2010.",
        grade: "reported",
        cites: ["SMD10", "CD10", "YC10", "CRD10"],
      },
      {
        id: "suining.base",
        says: "Each person started from 1,000 points.",
        grade: "reported",
        cites: ["CD10", "CRD10", "XH14", "ESSAY"],
      },
      {
        id: "suining.bands",
        says: "Class A began at 970 points, B at 850, C at 600; 599 and below was class D; one press text has these bounds.",
        grade: "reported",
        cites: ["CRD10"],
      },
      {
        id: "suining.bands.default-a",
        says: "So class A is only 30 points deep: a single entry of 35 or 50 points ends it.",
        grade: "inferred",
        cites: ["CD10", "CRD10", "XH14", "ESSAY"],
      },
      {
        id: "suining.deduct.petition",
        says: "A petition to the authorities that was judged a nuisance or disruptive cost 50 points, exactly or at most.",
        grade: "reported",
        cites: ["CRD10"],
      },
      {
        id: "guard.press-maxima",
        says: "Where one paper prints 35 points, another prints “at most 35 per time”: read each single figure for a deduction in both ways.",
        grade: "contested",
        cites: ["CRD10", "JH10"],
      },
      {
        id: "suining.add.national-honour",
        says: "A national commendation, an honour from the state, brought 100 points.",
        grade: "reported",
        cites: ["CD10", "XH14"],
      },
      {
        id: "suining.effect.D",
        says: "Class D failed any political vetting and was in principle not considered for qualifications, licences, policy support or aid.",
        grade: "reported",
        cites: ["CRD10", "XH14", "CD10"],
      },
      {
        id: "suining.publication",
        says: "From mid-March 2010 entries were published online and in a free county paper, with name, points and reason.",
        grade: "reported",
        cites: ["CD10", "JH10", "SMD10"],
      },
      {
        id: "suining.notice",
        says: "The county admitted that those whose points were changed were “not all notified”.",
        grade: "reported",
        cites: ["BJN14"],
      },
      {
        id: "suining.asymmetry",
        says: "In the second published batch almost all plus points went to staff of the government and of public institutions, and minus points mostly to ordinary residents.",
        grade: "reported",
        cites: ["JH10"],
      },
      {
        id: "suining.critic.good-citizen",
        says: "Within days of a press story of 26 March 2010 it was likened to the “good citizen” papers (良民证) of the Japanese occupation.",
        grade: "reported",
        cites: ["YC10", "SW10", "OIS10", "XH14", "ZHW"],
      },
      {
        id: "suining.defence.county",
        says: "The county replied that the press had misread it as ranking people; the head of its credit office claimed that petitions to Beijing had dropped.",
        grade: "reported",
        cites: ["YC10", "NE10"],
      },
      {
        id: "suining.low-key",
        says: "It was carried on quietly; by 2014 its rewards and penalties had proved hard to carry out. (Our remark: a rule on paper is not a door that shut.)",
        grade: "reported",
        cites: ["BJN14"],
      },
    ],
  },
  {
    heading: "Something else: the courts' list",
    facts: [
      {
        id: "defaulter.2013",
        says: "In 2013 the Supreme People's Court created a published list of judgment defaulters (失信被执行人): people who do not do what a court's judgment asks, such as paying a debt.",
        grade: "documented",
        cites: ["CLT-2013"],
      },
      {
        id: "defaulter.not-a-score",
        says: "The list follows a court's decision on one person's conduct; it is not computed from points.",
        grade: "documented",
        cites: ["CLT-2017", "CLT-MOU", "DAUM-FLY"],
      },
      {
        id: "defaulter.restrict.list",
        says: "Whoever is under a spending limit may not fly, take a fast G-train or pay for a child's high-fee private school, among nine kinds of spending.",
        grade: "documented",
        cites: ["75LAW", "CJO-SPEND", "CLT-SPEND", "TEXT-2015"],
      },
      {
        id: "defaulter.restrict.ordinary-travel",
        says: "Slower trains stay open: a hard seat or berth, and second class on a D-train.",
        grade: "documented",
        cites: ["CJO-SPEND"],
      },
      {
        id: "limit.permission",
        says: "What life or business needs a court may permit, once for each activity applied for, since 2010; how often it did is not known.",
        grade: "documented",
        cites: ["TEXT-2015", "TEXT-2010"],
      },
      {
        id: "court.notice",
        says: "A listing takes a written decision with its reason and any term, served on the parties: on paper one is told.",
        grade: "documented",
        cites: ["TEXT-2017"],
      },
      {
        id: "notice.absent",
        says: "One journalist learned of it only when a booking was refused.",
        grade: "reported",
        cites: ["GM18"],
      },
      {
        id: "court.removed",
        says: "All grounds but one have a term of two years, which a court may lengthen or end early; neither payment nor a settlement by itself ends such a listing.",
        grade: "documented",
        cites: ["TEXT-2017"],
      },
      {
        id: "court.correction",
        says: "Whoever should not be listed may ask for correction, since 2013; by the text of 2017 a founded request must succeed.",
        grade: "documented",
        cites: ["TEXT-2017", "TEXT-2013"],
      },
      {
        id: "defaulter.loop",
        says: "Whoever is listed must be put under a spending limit, and breaking that limit is itself a ground for listing: a loop. (Reading the two texts together is ours.)",
        grade: "documented",
        cites: ["CLT-SPEND", "CLT-2017", "TEXT-2015", "TEXT-2017"],
      },
      {
        id: "count.2018-end",
        says: "By the end of 2018, 17.46 million attempts to buy a plane ticket and 5.47 million for a fast train had been blocked. These are attempts, added up over years, and not people, though one paper wrote people.",
        grade: "reported",
        cites: ["SHD19", "SCMP-FEB19"],
      },
    ],
  },
  {
    heading: "What was corrected, and what others forbid",
    facts: [
      {
        id: "notice.2019",
        says: "Guidance of 2019 told courts to allow one to three months of grace, and generally not to list students for campus loans; that the decision is to be delivered it could only repeat.",
        grade: "documented",
        cites: ["SPC20", "DAUM-2020", "LAI", "TEXT-2013"],
      },
      {
        id: "reform.2019-07",
        says: "In July 2019 a vice-chair of the National Development and Reform Commission said that personal scores may reward but not punish.",
        grade: "reported",
        cites: ["SEC19", "KKI"],
      },
      {
        id: "reform.2020",
        says: "A State Council guideline of December 2020 asks for a legal basis, a defined scope and proportionality.",
        grade: "documented",
        cites: ["CLT-49", "CJO-49"],
      },
      {
        id: "law.eu-ai-act",
        says: "EU law bans AI systems that rate people over time on social behaviour or personal traits where this leads to harm in an unrelated context or out of proportion, whoever runs them, public or private.",
        grade: "documented",
        cites: ["R31", "MON25"],
      },
      {
        id: "survey.approval",
        says: "How many approve depends on who asks whom: around 80 % in one survey; 41 to 57 %, by measure, in another.",
        grade: "documented",
        cites: ["KOS19", "MER20"],
      },
      {
        id: "survey.information-effect",
        says: "And it is fragile: among students in the second it fell from 53 % to 29 % once they were told of risks; in an experiment support fell by 12 % when the repressive side was shown.",
        grade: "documented",
        cites: ["MER20", "SCCEI-X"],
      },
    ],
  },
];
