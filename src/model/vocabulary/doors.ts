import type { Needs } from "./events.ts";

/** Something a person may try: a closed list. `benefit` doors are favours one may be put first for. */
export const DOORS = {
  // Travel and spending (court limits)
  "high-speed-rail": "a seat on a G-series fast train",
  "first-class-rail": "a first-class seat on another multiple-unit train",
  "soft-sleeper": "a soft sleeper on the train",
  "ordinary-rail": "an ordinary seat or hard berth on a slow train, or second class on a D-train",
  "air-travel": "a seat on a plane",
  "ship-second-class": "a ship's berth in second class or better",
  "star-hotel": "a room in a star-rated hotel",
  "luxury-venue": "a nightclub or a golf course",
  "property-purchase": "buying, building or richly fitting out a home",
  "prestige-office": "renting a prestige office",
  "private-car": "buying a vehicle not needed for business",
  "holiday-trip": "a holiday trip",
  "high-fee-school": "a high-fee private school for a child",
  "premium-insurance": "a high-premium insurance or wealth product",
  "senior-post": "a senior post in finance or a state firm",
  "public-post": "recruitment to a public body",
  // What a class decided (county scheme)
  "political-vetting": "a political vetting",
  "party-admission": "admission to the Party",
  promotion: "a promotion in public service",
  "army-service": "army service",
  qualification: "a professional qualification",
  "business-licence": "a business licence",
  "policy-support": "policy support for a business",
  "social-aid": "social aid",
  "minimum-income": "the minimum-income allowance",
  "low-cost-housing": "low-cost housing",
  procurement: "a public procurement contract",
  "subsidised-loan": "a subsidised loan",
  "skills-training": "skills training",
  "school-entry": "a place at a public school",
  employment: "a job through the county",
  // Open to all here, so that one may see a way round
  "private-loan": "a private loan",
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
