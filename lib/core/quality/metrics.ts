import type { Text } from '#format';
import type { MetricContract } from '#imports';

/** What the sources of a vendor's calls say of their figures. */
export type VendorMetrics = { vendor: string; unreported: MetricContract['unreported']; notes: readonly Text[] };

function distinct<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

/** The contracts of several deliveries as one for each vendor: what any of them says holds for some of its calls. */
export function vendorMetricsOf(deliveries: readonly { vendor: string; metrics: MetricContract }[]): VendorMetrics[] {
  const vendors = distinct(deliveries.map(({ vendor }) => vendor));
  return vendors.map((vendor) => {
    const own = deliveries.filter((delivery) => delivery.vendor === vendor).map(({ metrics }) => metrics);
    return {
      vendor,
      unreported: distinct(own.flatMap(({ unreported }) => unreported)),
      notes: distinct(own.flatMap(({ notes }) => notes)),
    };
  });
}
