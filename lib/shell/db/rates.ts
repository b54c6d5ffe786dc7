import type { PublishedRate } from '#money';
import type { Db } from './database.ts';

/** Stores published reference rates; one that is there already with another value is corrected. */
export async function saveRates(
  tx: Db,
  rates: readonly PublishedRate[],
): Promise<{ inserted: number; updated: number }> {
  const [row] = await tx.sql.query<{ inserted: number; updated: number }>(
    `with given as (select * from unnest($1::text[], $2::date[], $3::numeric[]) as r (currency, day, rate)),
     written as (
       insert into exchange_rate as e (currency, day, rate) select currency, day, rate from given
       on conflict (currency, day) do update set rate = excluded.rate where e.rate <> excluded.rate
       returning xmax = 0 as is_new)
     select count(*) filter (where is_new)::int as inserted, count(*) filter (where not is_new)::int as updated from written`,
    [rates.map((rate) => rate.currency), rates.map((rate) => rate.day), rates.map((rate) => rate.rate)],
  );
  return { inserted: row?.inserted ?? 0, updated: row?.updated ?? 0 };
}

/** The published rates of some currencies in a period, and each currency's last one before it for the first gap. */
export async function readRates(
  db: Db,
  currencies: readonly string[],
  from: string,
  to: string,
): Promise<PublishedRate[]> {
  return db.sql.query<PublishedRate>(
    `select currency::text as currency, day::text as day, rate::text as rate from exchange_rate
     where currency = any ($1::char(3)[]) and day >= $2::date and day < $3::date
     union all
     select c.currency::text, e.day::text, e.rate::text from unnest($1::char(3)[]) as c (currency)
     cross join lateral (select day, rate from exchange_rate
       where currency = c.currency and day < $2::date order by day desc limit 1) e`,
    [currencies, from, to],
  );
}
