import type { CircumstanceName } from "./circumstances.ts";

/**
 * What may happen in a life here: closed lists. `says` is a clause in the present tense; where it
 * begins with a small letter it is said of the person ("misses an instalment"), else it is a whole
 * sentence ("A court finds …"). `noun` names the event in a chain.
 */
export interface EventKind {
  /** `conduct` is what a person does, or is recorded as doing; `circumstance` changes a life; `decision` is taken by an institution; `loss` is harm done. */
  readonly group: "conduct" | "circumstance" | "decision" | "loss";
  readonly says: string;
  readonly noun: string;
  /** What must hold when the event is due; else it lapses. */
  readonly needs?: Needs;
  /** What holds after it. A loss that changes nothing any more cannot happen again. */
  readonly sets?: Partial<Record<CircumstanceName, string>>;
  /** Chosen by the person under a restriction: marked as their own act. */
  readonly own?: true;
}

/** For each circumstance named, the values with which the event may happen. */
export type Needs = Partial<Record<CircumstanceName, readonly string[]>>;

const WORKING = ["employed", "self-employed", "official"] as const;

export const EVENTS = {
  // Conduct that the county scheme deducted for
  "drunk-driving": { group: "conduct", says: "drives drunk", noun: "drunk driving" },
  "traffic-offence": { group: "conduct", says: "commits a traffic offence", noun: "a traffic offence" },
  "red-light": { group: "conduct", says: "runs a red light", noun: "a red light run" },
  "birth-beyond-plan": { group: "conduct", says: "has a child beyond the birth plan", noun: "a birth beyond plan" },
  "instalment-missed": {
    group: "conduct",
    says: "misses a payment on the loan",
    noun: "a loan payment missed",
    needs: { debt: ["instalments"] },
  },
  "petition-judged-disruptive": {
    group: "conduct",
    says: "petitions; it is judged disruptive",
    noun: "a petition judged disruptive",
  },
  "office-besieged": {
    group: "conduct",
    says: "stands with others before a government office",
    noun: "a protest at an office",
  },
  "online-post-judged-slander": {
    group: "conduct",
    says: "is recorded for an online post judged slander",
    noun: "a post judged slander",
  },
  "online-post-judged-malicious": {
    group: "conduct",
    says: "is recorded for an online post judged malicious",
    noun: "a post judged malicious",
  },
  "parents-not-supported": {
    group: "conduct",
    says: "is recorded as not supporting elderly parents",
    noun: "parents not supported",
  },
  "banned-sect": { group: "conduct", says: "takes part in a banned sect", noun: "taking part in a banned sect" },
  "counterfeit-goods": { group: "conduct", says: "sells counterfeit goods", noun: "counterfeit goods" },
  "urban-order-offence": { group: "conduct", says: "sets up a stall where none is allowed", noun: "a forbidden stall" },
  "party-warning": { group: "conduct", says: "receives a serious intra-Party warning", noun: "an intra-Party warning" },
  "phone-arrears": { group: "conduct", says: "leaves a telephone bill unpaid", noun: "a telephone bill unpaid" },
  "utility-arrears": {
    group: "conduct",
    says: "leaves a water or electricity bill unpaid",
    noun: "a utility bill unpaid",
  },
  "bribe-taken": { group: "conduct", says: "takes a bribe", noun: "a bribe taken" },
  // Conduct that the county scheme rewarded
  "national-honour": { group: "conduct", says: "receives a national commendation", noun: "a national commendation" },
  bravery: { group: "conduct", says: "steps in bravely", noun: "a brave act" },
  charity: { group: "conduct", says: "gives to the poor or to a school", noun: "a gift to charity" },
  "media-praise": { group: "conduct", says: "is praised in the news", noun: "praise in the news" },
  "investment-honour": {
    group: "conduct",
    says: "is honoured by the county for bringing in investment",
    noun: "an investment honour",
  },
  "local-award": { group: "conduct", says: "is nominated as the county's hero of the people", noun: "a local award" },
  "orphan-mentoring": { group: "conduct", says: "becomes a “social mother” to an orphan", noun: "mentoring an orphan" },
  // Conduct that nothing here scores, so that one may see what is not counted
  "parents-cared-for": {
    group: "conduct",
    says: "stays with the parents and pays for their care",
    noun: "care for the parents",
    needs: { parents: ["supported", "disputed"] },
  },
  "post-kept-back": { group: "conduct", says: "writes a post and keeps it back", noun: "a post kept back" },
  "guarantee-signed": { group: "conduct", says: "signs as guarantor of a friend's loan", noun: "a guarantee signed" },
  "report-not-sent": {
    group: "conduct",
    says: "owns nothing and sends the court no report of it",
    noun: "a report not sent",
  },
  "report-sent": { group: "conduct", says: "sends the court the report of what is owned", noun: "a report sent" },
  "permission-asked": {
    group: "conduct",
    says: "asks the court to allow the journey",
    noun: "a request to be allowed the journey",
  },
  "deletion-asked": {
    group: "conduct",
    says: "asks the court to be taken off the list early",
    noun: "a request to be taken off early",
  },
  // Conduct before a court
  "spending-limit-broken": {
    group: "conduct",
    says: "spends on what the spending limit forbids",
    noun: "the spending limit broken",
    own: true,
  },
  "star-room-taken": {
    group: "conduct",
    says: "takes a slow train the evening before and a room in a two-star hotel",
    noun: "a night in a hotel",
    needs: { work: WORKING, lodging: ["not-tried"] },
    sets: { lodging: "tried" },
    own: true,
  },
  "settlement-broken": {
    group: "conduct",
    says: "misses a part of the settlement",
    noun: "a part of the settlement missed",
    needs: { settlement: ["standing"] },
    sets: { settlement: "broken" },
  },
  // Decisions that institutions take; a persona's fixture may hold them
  "loan-called-in": { group: "decision", says: "The bank calls in the whole loan", noun: "the loan called in" },
  "bank-sues": { group: "decision", says: "The bank sues for what is overdue", noun: "the bank's suit" },
  "arrears-left-open": {
    group: "decision",
    says: "The bank takes each new payment for its own month and leaves the missed ones open",
    noun: "arrears left open",
  },
  "court-orders-payment": {
    group: "decision",
    says: "A court orders payment of the debt",
    noun: "a court's order to pay",
  },
  "enforcement-opened": {
    group: "decision",
    says: "A court opens enforcement, warns of its list and orders a report of what is owned",
    noun: "enforcement",
  },
  "court-limits-spending": {
    group: "decision",
    says: "A court issues a spending limit for not paying in time",
    noun: "a court's spending limit",
  },
  "court-finds-refusal": {
    group: "decision",
    says: "A court finds: able to pay, but refuses",
    noun: "a court's finding “able but refuses”",
  },
  "court-finds-obstruction": {
    group: "decision",
    says: "A court finds: obstructed enforcement",
    noun: "a court's finding “obstructs”",
  },
  "court-finds-assets-hidden": {
    group: "decision",
    says: "A court finds: hid assets",
    noun: "a court's finding “hides assets”",
  },
  "court-finds-report-missing": {
    group: "decision",
    says: "A court finds: did not report assets",
    noun: "a court's finding “did not report assets”",
  },
  "court-finds-limit-broken": {
    group: "decision",
    says: "A court finds: broke the spending limit",
    noun: "a court's finding “broke the limit”",
  },
  "court-finds-settlement-broken": {
    group: "decision",
    says: "A court finds: reneged on the settlement",
    noun: "a court's finding “broke the settlement”",
  },
  "court-extends-term": {
    group: "decision",
    says: "A court lengthens the listing for grave violence or several acts",
    noun: "a longer listing",
  },
  "court-corrects-record": {
    group: "decision",
    says: "A court finds the listing mistaken and takes it back",
    noun: "a court's correction",
  },
  "court-rejects-correction": {
    group: "decision",
    says: "A court is asked to correct the listing, and refuses",
    noun: "a correction refused",
  },
  "court-permits-ride": {
    group: "decision",
    says: "A court allows the journey, each time it is asked",
    noun: "a court's permission",
    sets: { permission: "granted" },
  },
  "court-refuses-ride": {
    group: "decision",
    says: "A court does not allow the journey",
    noun: "a permission refused",
    sets: { permission: "refused" },
  },
  "court-orders-limit": {
    group: "decision",
    says: "A court issues the spending limit that the listing demands",
    noun: "a spending limit with a listing",
    sets: { limit: "standing" },
  },
  "court-lifts-limit": {
    group: "decision",
    says: "A court lifts the spending limit",
    noun: "a spending limit lifted",
    sets: { limit: "lifted" },
  },
  "creditor-asks-deletion": {
    group: "decision",
    says: "The creditor asks in writing for the deletion, and the court agrees",
    noun: "a deletion at the creditor's request",
  },
  "enforcement-closed": {
    group: "decision",
    says: "A court closes the round of enforcement; two searches online find nothing, and nobody gives a lead",
    noun: "the round of enforcement closed",
  },
  "court-deletes-early": {
    group: "decision",
    says: "A court takes the name off its list early",
    noun: "an early deletion",
  },
  "guarantee-called": {
    group: "decision",
    says: "The bank turns to the guarantor for a friend's debt",
    noun: "a guarantee called in",
  },
  "namesake-post": {
    group: "decision",
    says: "The office puts a namesake's post on the wrong file",
    noun: "a namesake's post",
  },
  "namesake-debt": {
    group: "decision",
    says: "A court takes the wrong person for a debtor of the same name",
    noun: "a namesake's debt",
  },
  "father-listed": {
    group: "decision",
    says: "A court puts the father on its list",
    noun: "the father's listing",
    needs: { father: ["not-listed"] },
    sets: { father: "listed" },
  },
  "place-at-risk": {
    group: "decision",
    says: "The university says that the place is at risk",
    noun: "a university place at risk",
  },
  "record-corrected": {
    group: "decision",
    says: "The credit office takes back a wrong entry",
    noun: "a wrong entry taken back",
  },
  "policy-ruins-trade": {
    group: "decision",
    says: "A change of policy makes the stock unsaleable",
    noun: "a change of policy",
    sets: { savings: "none" },
  },
  // Changes of circumstance
  "illness-in-family": { group: "circumstance", says: "A parent falls ill far away", noun: "a parent's illness" },
  "medicine-bought": {
    group: "circumstance",
    says: "spends the pay on a parent's medicine",
    noun: "a parent's medicine",
  },
  "care-disputed": {
    group: "circumstance",
    says: "A brother disputes who looks after the parents",
    noun: "a dispute over the parents' care",
    needs: { parents: ["supported", "disputed"] },
    sets: { parents: "disputed" },
  },
  "father-pays": {
    group: "circumstance",
    says: "The father pays his debt and leaves the list",
    noun: "the father's debt paid",
    needs: { father: ["listed"] },
    sets: { father: "not-listed" },
  },
  "savings-spent": {
    group: "circumstance",
    says: "spends the last savings",
    noun: "savings spent",
    needs: { savings: ["some"] },
    sets: { savings: "none" },
  },
  "settlement-reached": {
    group: "circumstance",
    says: "reaches a settlement with the creditor",
    noun: "a settlement",
    sets: { settlement: "standing" },
  },
  "loan-runs-out": {
    group: "circumstance",
    says: "The last payment of the loan falls due; the rest of it is overdue now",
    noun: "the end of the loan",
    needs: { debt: ["instalments"] },
    sets: { debt: "overdue" },
  },
  "kin-lend": { group: "circumstance", says: "The family lends what is missing", noun: "a loan from the family" },
  "debt-paid": { group: "circumstance", says: "pays the debt in full", noun: "the debt paid", sets: { debt: "paid" } },
  "work-found": {
    group: "circumstance",
    says: "finds work",
    noun: "work found",
    needs: { work: ["unemployed", "none"] },
    sets: { work: "employed" },
  },
  "work-found-near": {
    group: "circumstance",
    says: "gives the distant work up for worse-paid work in town",
    noun: "work in town",
    needs: { work: ["employed"], "work-travel": ["distant"] },
    sets: { "work-travel": "local" },
  },
  "child-enrolled-privately": {
    group: "circumstance",
    says: "enrols a child at a high-fee school",
    noun: "a child at a high-fee school",
    sets: { schooling: "private" },
  },
  // Losses: harm that a rule leads to
  "shift-missed": {
    group: "loss",
    says: "misses a block of shifts",
    noun: "a block of shifts missed",
    needs: { work: WORKING },
  },
  "wage-lost": { group: "loss", says: "loses the wage for it", noun: "a wage lost", needs: { work: WORKING } },
  "hours-cut": {
    group: "loss",
    says: "is put on shorter hours",
    noun: "hours cut",
    needs: { work: ["employed"], hours: ["full"] },
    sets: { hours: "short" },
  },
  "job-lost": {
    group: "loss",
    says: "loses the job",
    noun: "the job lost",
    needs: { work: ["employed"] },
    sets: { work: "unemployed" },
  },
  "friends-withdrawn": {
    group: "loss",
    says: "sees friends withdraw",
    noun: "friends withdrawn",
    needs: { friends: ["kept"] },
    sets: { friends: "withdrawn" },
  },
  "partners-withdrawn": {
    group: "loss",
    says: "sees trading partners withdraw",
    noun: "partners withdrawn",
    needs: { trade: ["open"], partners: ["kept"] },
    sets: { partners: "withdrawn" },
  },
  "order-lost": { group: "loss", says: "loses an order", noun: "an order lost", needs: { trade: ["open"] } },
  "trade-closed": {
    group: "loss",
    says: "has to close the trade",
    noun: "the trade closed",
    needs: { trade: ["open"] },
    sets: { trade: "closed" },
  },
  "dear-loan-taken": {
    group: "loss",
    says: "borrows privately at a dearer rate",
    noun: "a dearer private loan",
    needs: { "dear-loan": ["none"] },
    sets: { "dear-loan": "running", debt: "instalments" },
  },
  "school-changed": {
    group: "loss",
    says: "The high-fee school has to be left for a public one",
    noun: "a school lost",
    needs: { schooling: ["private"] },
    sets: { schooling: "public" },
  },
  "visit-missed": { group: "loss", says: "cannot be there in time for the family", noun: "a family visit missed" },
  "aid-forgone": { group: "loss", says: "goes without the aid", noun: "aid forgone" },
} as const satisfies Record<string, EventKind>;

export type LifeEventKind = keyof typeof EVENTS;
export const LIFE_EVENT_KINDS = Object.keys(EVENTS) as readonly LifeEventKind[];

/** Queued by the replay itself, so that rules can answer a change of standing once. */
export const INTERNAL_EVENTS = {
  posted: { noun: "an entry of points", says: "Points are entered on file" },
  "class-moved": { noun: "a change of class", says: "The class changes" },
  listed: { noun: "being listed", says: "A list is entered" },
  delisted: { noun: "leaving a list", says: "A list is left" },
  "measure-imposed": { noun: "a measure", says: "A measure comes into force" },
  "measure-lifted": { noun: "a measure lifted", says: "A measure ends" },
  "time-passed": { noun: "time passing", says: "Time passes" },
} as const;

export type InternalEventKind = keyof typeof INTERNAL_EVENTS;

/** What the fact `event` may hold. `attempt` is a try at a door; the fact `door` says which. */
export type EventName = LifeEventKind | InternalEventKind | "attempt";
export const EVENT_NAMES: readonly EventName[] = [
  ...LIFE_EVENT_KINDS,
  "attempt",
  ...(Object.keys(INTERNAL_EVENTS) as InternalEventKind[]),
];

export function eventKind(kind: LifeEventKind): EventKind {
  return EVENTS[kind];
}
