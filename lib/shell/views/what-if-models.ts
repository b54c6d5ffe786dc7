import { requirePermission } from '#auth';
import type { Contract } from '#contracts';
import type { Books, Session } from '#db';
import {
  type ComparedModel,
  compareModels,
  costAtHandleTime,
  economics,
  type ModelPlan,
  standardRatings,
} from '#economics';
import { type Micros, micros, roundToMinor } from '#money';
import { modelComparisonReport, type Report } from '#reports';
import { loadProposal, type Proposal, reratedRows, type WhatIfQuery } from './what-if-books.ts';

export type ModelsQuery = Pick<WhatIfQuery, 'vendor' | 'period' | 'program'> & {
  /** What a planned call costs under every model; what it does under the terms in force, unless given. */
  price?: Micros | undefined;
};

export type ModelsAnswer = {
  models: ComparedModel[];
  plan: ModelPlan;
  price: Micros;
  currency: string;
  report: Report;
};

/** Why there is nothing to compare. */
export type ModelsLack = { lacks: 'contract' | 'calls' | 'price' };

/**
 * A vendor's recorded calls under every standard model, in the currency of its contract, all set equal at the plan of the
 * terms in force; what they do not plan is as recorded. Null where there is no such vendor. Changes nothing.
 */
export async function modelsView(session: Session, query: ModelsQuery): Promise<ModelsAnswer | ModelsLack | null> {
  requirePermission(session, 'view', 'economics');
  const proposal = await proposalInItsCurrency(session, query);
  if (!proposal) return null;
  const { vendors, program, books, metrics, inForce: contract } = proposal;
  if (!contract) return { lacks: 'contract' };
  const { vendor, period } = query;
  const scope = { books, vendor, program };
  const plan = planOf(books, { contract, vendor, program });
  if (!plan) return { lacks: 'calls' };
  const cost = costAtHandleTime({ ...books, only: { vendor, program } }, plan.ahtSeconds);
  const price = query.price ?? (cost === null ? null : roundToMinor(micros(Math.round(cost * 1e6)), contract.currency));
  if (!price) return { lacks: 'price' };
  const rated = async (rating: Contract['rating']) =>
    (await reratedRows(session, { ...scope, contract: { ...contract, rating } })) ?? books.rows.filter(isOf(query));
  const [sixSeconds, wholeMinutes] = [
    await rated(standardRatings.sixSeconds),
    await rated(standardRatings.wholeMinutes),
  ];
  const models = compareModels({ ...scope, contract, plan, price, rows: { sixSeconds, wholeMinutes } });
  const { currency, programs } = books;
  const own = { vendor, program: program ?? null, period, currency, metrics, models, plan, price };
  return { models, plan, price, currency, report: modelComparisonReport({ vendors, programs, ...own }) };
}

/** The proposal of no change, loaded again where the contract is in another currency than reports are. */
async function proposalInItsCurrency(session: Session, query: ModelsQuery): Promise<Proposal | null> {
  const asked = { ...query, terms: null };
  const proposal = await loadProposal(session, asked);
  const currency = proposal?.inForce?.currency;
  return currency === undefined || currency === proposal?.books.currency
    ? proposal
    : loadProposal(session, { ...asked, currency });
}

function isOf({ vendor, program }: ModelsQuery): (row: Books['rows'][number]) => boolean {
  return (row) => row.vendor === vendor && (program === undefined || row.program === program);
}

type Scope = { contract: Contract; vendor: string; program: string | undefined };

/** The plan of the contract; revenue per call is what a sale brought times planned conversion. Null without calls. */
function planOf(books: Books, { contract, vendor, program }: Scope): ModelPlan | null {
  const [total] = economics({ ...books, only: { vendor, program }, by: [] });
  const { ahtSeconds = total?.aht ?? null, conversion = null } = contract.plan ?? {};
  if (!total?.aht || ahtSeconds === null) return null;
  const { revenue } = total.perCall;
  const scaled =
    revenue !== null && conversion !== null && total.conversion ? (revenue / total.conversion) * conversion : revenue;
  return { ahtSeconds, conversion: conversion ?? total.conversion, revenuePerCall: scaled };
}
