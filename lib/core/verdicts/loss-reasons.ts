import { asLoss, type Facts, type ReasonRule } from './reason-rule.ts';
import type { BookVerdict } from './verdict.ts';

/** A flag says what is being lost now: the losing stretch, not the years before it. */
const losesNow = (book: BookVerdict) => book.state === 'failing' && (book.stretch?.mean ?? 0) < 0;
const keepsFlag = (book: BookVerdict) => book.state === 'failing' && !losesNow(book);
const mayLose = (book: BookVerdict) => book.state === 'at_risk' && (book.stretch?.mean ?? 0) < 0;

const clientFigures = ({ client, situation }: Facts) => ({
  ...asLoss(client.stretch ?? client),
  cost: situation.feePerCall,
  revenue: situation.revenuePerCall,
  since: client.since,
});

const vendorFigures = ({ vendorBook, situation }: Facts) => ({
  ...asLoss(vendorBook.stretch ?? vendorBook),
  aht: situation.aht,
  breakEvenAht: situation.breakEvenAht?.value ?? null,
  fee: situation.feePerCall,
  since: vendorBook.since,
});

const isLongCall = ({ situation: { aht, breakEvenAht } }: Facts) =>
  aht !== null && breakEvenAht !== null && aht > breakEvenAht.value;

/** The client pays more for a call than it brings in. */
export const clientLoses: ReasonRule = (facts) => (losesNow(facts.client) ? clientFigures(facts) : null);

/** The vendor loses, and its calls are longer than the price pays for. */
export const handleTimeAboveBreakEven: ReasonRule = (facts) =>
  losesNow(facts.vendorBook) && isLongCall(facts) ? vendorFigures(facts) : null;

/** The vendor loses where handle time and break-even do not tell why. */
export const vendorLoses: ReasonRule = (facts) =>
  losesNow(facts.vendorBook) && !isLongCall(facts) ? vendorFigures(facts) : null;

/** Early signs that the client loses: not proof. */
export const clientMayLose: ReasonRule = (facts) => (mayLose(facts.client) ? clientFigures(facts) : null);

/** Early signs that the vendor loses: not proof, or not at every wage. */
export const vendorMayLose: ReasonRule = (facts) => (mayLose(facts.vendorBook) ? vendorFigures(facts) : null);

const flagFigures = ({ stretch, since, flaggedOn }: BookVerdict) => ({
  margin: stretch?.mean ?? null,
  since,
  flaggedOn,
});

/** The loss since the flag's stretch began has been made up, but recovery is not proven. */
export const clientNotYetRecovered: ReasonRule = ({ client }) => (keepsFlag(client) ? flagFigures(client) : null);

export const vendorNotYetRecovered: ReasonRule = ({ vendorBook }) =>
  keepsFlag(vendorBook) ? flagFigures(vendorBook) : null;

/** The flag was lifted and the evidence starts afresh. */
export const clientRecovering: ReasonRule = ({ client: { recoveredOn, mean } }) =>
  recoveredOn ? { recoveredOn, margin: mean } : null;

export const vendorRecovering: ReasonRule = ({ vendorBook: { recoveredOn, mean } }) =>
  recoveredOn ? { recoveredOn, margin: mean } : null;
