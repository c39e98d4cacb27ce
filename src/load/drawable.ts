import type { CircumstanceName, Circumstances } from "../model/vocabulary/circumstances.ts";
import type { Door, Purpose } from "../model/vocabulary/doors.ts";
import type { LifeEventKind, Needs } from "../model/vocabulary/events.ts";
import type { NameId } from "../model/vocabulary/names.ts";

// What a drawn life is made of. The order and the weights decide who comes out of a seed: a change
// here redraws everybody, and traces saved of drawn people are not known any more.

/** Something that may stand in a drawn life, as often as its weight says beside the others. */
export interface Drawable {
  readonly weight: number;
  /** What must hold for it to be plausible, beyond what the vocabulary needs for it to happen at all. */
  readonly when?: Needs;
}

export type Conduct = Drawable & { readonly event: LifeEventKind };
export type Attempt = Drawable & { readonly attempt: Door; readonly purpose: Purpose };

/** Names that no fixture bears, so that nobody drawn is taken for one of them. */
export const FREE_NAMES: readonly NameId[] = [
  "lin-yuan",
  "su-ping",
  "ye-tong",
  "xia-he",
  "dong-qing",
  "lan-zhi",
  "yu-ling",
];

/** How lives begin; each is one kind of work, with the values that go with it. */
export const BEGINNINGS: readonly (Drawable & { readonly circumstances: Partial<Circumstances> })[] = [
  {
    weight: 8,
    circumstances: { work: "employed", hours: "full", trade: "none", partners: "kept", "supplier-credit": "none" },
  },
  {
    weight: 4,
    circumstances: { work: "self-employed", hours: "full", trade: "open", partners: "kept", "supplier-credit": "kept" },
  },
  {
    weight: 2,
    circumstances: { work: "official", hours: "full", trade: "none", partners: "kept", "supplier-credit": "none" },
  },
  {
    weight: 2,
    circumstances: { work: "student", hours: "short", trade: "none", partners: "kept", "supplier-credit": "none" },
  },
  {
    weight: 2,
    circumstances: { work: "unemployed", hours: "short", trade: "none", partners: "kept", "supplier-credit": "none" },
  },
];

/** The other circumstances, each drawn by itself; a value that stands twice is twice as likely. */
export const SURROUNDINGS: Readonly<Partial<Record<CircumstanceName, readonly string[]>>> = {
  "work-travel": ["local", "distant"],
  savings: ["none", "some"],
  debt: ["none", "instalments"],
  settlement: ["none"],
  "dear-loan": ["none"],
  schooling: ["none", "public", "private"],
  friends: ["kept"],
  parents: ["none", "supported", "supported"],
  father: ["none", "not-listed"],
  tenancy: ["kept"],
};

const WORKING = ["employed", "self-employed", "official"];
const GROWN_UP = [...WORKING, "unemployed"];
const CHILD_AT_HIGH_FEES: Needs = { work: GROWN_UP, schooling: ["private"] };
const AT_HIGH_FEES: Needs = { work: ["student"], schooling: ["private"] };
const TRADING: Needs = { trade: ["open"] };
const SERVING: Needs = { work: ["official"] };
const WITH_PARENTS: Needs = { parents: ["supported", "disputed"] };

/** What people do and what befalls them: mostly what happens to everybody. */
export const CONDUCT: readonly Conduct[] = [
  { weight: 8, event: "red-light" },
  { weight: 5, event: "traffic-offence" },
  { weight: 6, event: "phone-arrears" },
  { weight: 6, event: "utility-arrears" },
  { weight: 16, event: "instalment-missed" },
  { weight: 6, event: "charity" },
  { weight: 4, event: "parents-cared-for" },
  { weight: 3, event: "post-kept-back" },
  { weight: 8, event: "urban-order-offence", when: TRADING },
  { weight: 3, event: "online-post-judged-malicious" },
  { weight: 2, event: "online-post-judged-slander" },
  { weight: 3, event: "petition-judged-disruptive" },
  { weight: 3, event: "guarantee-signed" },
  { weight: 3, event: "savings-spent" },
  { weight: 3, event: "illness-in-family", when: WITH_PARENTS },
  { weight: 2, event: "care-disputed" },
  { weight: 2, event: "father-listed" },
  { weight: 2, event: "media-praise" },
  { weight: 1, event: "bravery" },
  { weight: 1, event: "orphan-mentoring" },
  { weight: 1, event: "local-award" },
  { weight: 1, event: "drunk-driving" },
  { weight: 1, event: "birth-beyond-plan" },
  { weight: 1, event: "banned-sect" },
  { weight: 1, event: "namesake-post" },
  { weight: 1, event: "namesake-debt" },
  { weight: 2, event: "counterfeit-goods", when: TRADING },
  { weight: 2, event: "policy-ruins-trade", when: TRADING },
  { weight: 4, event: "investment-honour", when: SERVING },
  { weight: 2, event: "party-warning", when: SERVING },
  { weight: 1, event: "bribe-taken", when: SERVING },
  { weight: 1, event: "national-honour", when: SERVING },
  { weight: 8, event: "work-found" },
];

/** What people try, each door with a purpose that fits it. */
export const ATTEMPTS: readonly Attempt[] = [
  { weight: 9, attempt: "high-speed-rail", purpose: "work", when: { work: WORKING, "work-travel": ["distant"] } },
  { weight: 4, attempt: "high-speed-rail", purpose: "family" },
  { weight: 6, attempt: "high-speed-rail", purpose: "trade" },
  { weight: 3, attempt: "air-travel", purpose: "trade" },
  { weight: 2, attempt: "air-travel", purpose: "family", when: WITH_PARENTS },
  { weight: 2, attempt: "ordinary-rail", purpose: "family" },
  { weight: 1, attempt: "star-hotel", purpose: "none" },
  { weight: 1, attempt: "holiday-trip", purpose: "family" },
  { weight: 2, attempt: "property-purchase", purpose: "family", when: { savings: ["some"] } },
  { weight: 2, attempt: "private-car", purpose: "none", when: { savings: ["some"] } },
  { weight: 6, attempt: "high-fee-school", purpose: "family", when: CHILD_AT_HIGH_FEES },
  { weight: 6, attempt: "high-fee-school", purpose: "none", when: AT_HIGH_FEES },
  { weight: 2, attempt: "school-entry", purpose: "family", when: { work: GROWN_UP, schooling: ["public"] } },
  { weight: 5, attempt: "university-place", purpose: "none", when: { work: ["student"] } },
  { weight: 1, attempt: "qualification", purpose: "work" },
  { weight: 4, attempt: "promotion", purpose: "work", when: SERVING },
  { weight: 2, attempt: "party-admission", purpose: "none", when: SERVING },
  { weight: 2, attempt: "political-vetting", purpose: "work" },
  { weight: 2, attempt: "public-post", purpose: "none", when: { work: ["student", "unemployed"] } },
  { weight: 5, attempt: "business-licence", purpose: "trade" },
  { weight: 3, attempt: "policy-support", purpose: "trade" },
  { weight: 3, attempt: "subsidised-loan", purpose: "debt", when: { debt: ["instalments"] } },
  { weight: 4, attempt: "minimum-income", purpose: "none", when: { work: ["unemployed"] } },
  { weight: 3, attempt: "social-aid", purpose: "none", when: { savings: ["none"] } },
  { weight: 2, attempt: "low-cost-housing", purpose: "family", when: { savings: ["none"] } },
  { weight: 3, attempt: "skills-training", purpose: "none", when: { work: ["unemployed"] } },
  { weight: 3, attempt: "employment", purpose: "none", when: { work: ["unemployed"] } },
];

/** Neither paid nor settled: a court goes on. */
const OWING: Needs = { debt: ["none", "instalments"], settlement: ["none"] };

const PAID_OR_SETTLED: readonly Conduct[] = [
  { weight: 2, event: "settlement-reached", when: OWING },
  { weight: 2, event: "debt-paid", when: OWING },
];

/** What a listed person goes on trying. */
const JOURNEYS: readonly Attempt[] = [
  { weight: 4, attempt: "high-speed-rail", purpose: "work", when: { work: WORKING, "work-travel": ["distant"] } },
  { weight: 4, attempt: "high-speed-rail", purpose: "trade" },
  { weight: 2, attempt: "high-speed-rail", purpose: "family" },
  { weight: 1, attempt: "air-travel", purpose: "family", when: WITH_PARENTS },
  { weight: 4, attempt: "high-fee-school", purpose: "family", when: CHILD_AT_HIGH_FEES },
];

/** What an event may occasion later, each of these once: decisions of institutions above all. */
export const SEQUELS: Readonly<Partial<Record<LifeEventKind, readonly (Conduct | Attempt)[]>>> = {
  "instalment-missed": [{ weight: 1, event: "loan-called-in", when: OWING }],
  "loan-called-in": [
    { weight: 3, event: "court-orders-payment", when: OWING },
    { weight: 1, event: "settlement-reached", when: OWING },
  ],
  "guarantee-signed": [{ weight: 1, event: "guarantee-called" }],
  "guarantee-called": [{ weight: 1, event: "court-orders-payment", when: OWING }],
  "court-orders-payment": [
    { weight: 3, event: "court-limits-spending", when: OWING },
    { weight: 3, event: "court-finds-refusal", when: OWING },
    { weight: 1, event: "court-finds-report-missing", when: OWING },
    { weight: 1, event: "debt-paid", when: OWING },
  ],
  "court-limits-spending": JOURNEYS,
  "court-finds-refusal": [...JOURNEYS, ...PAID_OR_SETTLED],
  "court-finds-report-missing": [...JOURNEYS, ...PAID_OR_SETTLED],
  "policy-ruins-trade": [{ weight: 1, event: "instalment-missed" }],
  "petition-judged-disruptive": [
    { weight: 1, event: "petition-judged-disruptive" },
    { weight: 1, event: "office-besieged" },
  ],
  "online-post-judged-slander": [{ weight: 1, event: "post-kept-back" }],
  "urban-order-offence": [
    { weight: 1, event: "urban-order-offence" },
    { weight: 1, attempt: "business-licence", purpose: "trade" },
  ],
  "drunk-driving": [{ weight: 1, event: "party-warning", when: SERVING }],
  bravery: [{ weight: 1, event: "media-praise" }],
  "illness-in-family": [
    { weight: 2, attempt: "high-speed-rail", purpose: "family" },
    { weight: 1, attempt: "air-travel", purpose: "family" },
  ],
  "father-listed": [
    { weight: 2, attempt: "university-place", purpose: "none", when: { work: ["student"] } },
    { weight: 2, attempt: "high-fee-school", purpose: "none", when: AT_HIGH_FEES },
    { weight: 1, event: "father-pays" },
  ],
  "namesake-post": [{ weight: 1, event: "record-corrected" }],
  "namesake-debt": [{ weight: 1, event: "court-finds-assets-hidden" }],
  "court-finds-assets-hidden": [...JOURNEYS, { weight: 2, event: "court-corrects-record" }],
};
