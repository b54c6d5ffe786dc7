const formats = new Map<string, Intl.NumberFormat>();

/** Fewest and most decimals of a figure, and whether a positive one carries its plus. */
export type Precision = { least: number; most: number; signed?: boolean };

/**
 * A decimal as a person of the locale writes it, rounded half away from zero; a rounded nothing has no sign.
 * Decimal text is taken exactly, however many digits it has.
 */
export function numberText(value: number | string, { least, most, signed = false }: Precision, locale: string): string {
  const key = `${locale} ${least} ${most} ${signed}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      minimumFractionDigits: least,
      maximumFractionDigits: most,
      signDisplay: signed ? 'exceptZero' : 'negative',
    });
    formats.set(key, format);
  }
  return format.format(value as Intl.StringNumericLiteral);
}
