import type { Needs } from "./events.ts";

/**
 * Something a person may try: a closed list. `name` completes “tries for …”; `short` is for lists
 * and chains.
 */
export const DOORS = {
  // Travel and spending
  "high-speed-rail": { name: "a seat on a fast G-train", short: "fast train" },
  "first-class-rail": {
    name: "a first-class seat on another multiple-unit train",
    short: "first class on other trains",
  },
  "soft-sleeper": { name: "a soft sleeper on the train", short: "soft sleeper" },
  "ordinary-rail": { name: "an ordinary seat on a slow train", short: "ordinary train seat" },
  "air-travel": { name: "a seat on a plane", short: "plane" },
  "ship-second-class": { name: "a ship's berth in second class or better", short: "better ship's berth" },
  "star-hotel": { name: "a room in a star-rated hotel", short: "star-rated hotel" },
  "luxury-venue": { name: "a nightclub or a golf course", short: "nightclub or golf" },
  "property-purchase": { name: "a home to buy, build or fit out richly", short: "buying or building a home" },
  "prestige-office": { name: "a prestige office to rent", short: "prestige office" },
  "private-car": { name: "a vehicle not needed for business", short: "private vehicle" },
  "holiday-trip": { name: "a holiday trip", short: "holiday trip" },
  "high-fee-school": { name: "a place at a high-fee private school", short: "high-fee school" },
  "premium-insurance": { name: "a high-premium insurance or wealth product", short: "high-premium insurance" },
  "senior-post": { name: "a senior post in finance or a state firm", short: "senior post" },
  "public-post": { name: "a post in a public body", short: "public post" },
  // What a class decided
  "political-vetting": { name: "a pass in a political vetting", short: "political vetting" },
  "party-admission": { name: "admission to the Party", short: "Party admission" },
  promotion: { name: "a promotion in public service", short: "promotion" },
  "army-service": { name: "army service", short: "army service" },
  qualification: { name: "a professional qualification", short: "qualification" },
  "business-licence": { name: "a business licence", short: "business licence" },
  "policy-support": { name: "policy support for a business", short: "policy support" },
  "social-aid": { name: "social aid", short: "social aid" },
  "minimum-income": { name: "the minimum-income allowance", short: "minimum income" },
  "low-cost-housing": { name: "low-cost housing", short: "low-cost housing" },
  procurement: { name: "a public procurement contract", short: "public contract" },
  "subsidised-loan": { name: "a subsidised loan", short: "subsidised loan" },
  "skills-training": { name: "skills training", short: "skills training" },
  "school-entry": { name: "a place at a public school", short: "public school place" },
  employment: { name: "a job through the county", short: "county job" },
  // What a relative's listing was held against
  "university-place": { name: "a place at a university", short: "university place" },
  // Shut by nothing here, so that one may see a way round
  "private-loan": { name: "a private loan", short: "private loan" },
} as const;

export type Door = keyof typeof DOORS;
export const DOOR_NAMES = Object.keys(DOORS) as readonly Door[];

/** What an attempt on a door is for. `work` and `trade` need the work or the trade. */
export const PURPOSES = {
  none: "",
  work: "for work",
  family: "for the family",
  trade: "for the trade",
  debt: "to repay a debt",
} as const;

/** Without the work, or the trade, there is no attempt: it lapses. */
export const PURPOSE_NEEDS: Readonly<Partial<Record<Purpose, Needs>>> = {
  work: { work: ["employed", "self-employed", "official"] },
  trade: { trade: ["open"] },
};

export type Purpose = keyof typeof PURPOSES;
export const PURPOSE_NAMES = Object.keys(PURPOSES) as readonly Purpose[];
