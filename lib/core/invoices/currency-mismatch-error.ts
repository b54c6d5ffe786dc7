/** An invoice in another currency than the statement it should be held against; amounts of two are never compared. */
export class CurrencyMismatchError extends Error {
  override readonly name = 'CurrencyMismatchError';
  readonly invoice: string;
  readonly statement: string;

  constructor(invoice: string, statement: string) {
    super(`the invoice is in ${invoice} and our statement in ${statement}`);
    this.invoice = invoice;
    this.statement = statement;
  }
}
