/** The declaration of interface.md, as a YAML reader gives it. */
export function declared(over: { contract?: object; program?: object; vendor?: object; root?: object } = {}) {
  return {
    currency: 'EUR',
    timezone: 'Europe/Rome',
    vendors: [{ code: 'norte', name: 'Norte Contact', country: 'ES', timezone: 'Europe/Madrid', ...over.vendor }],
    programs: [
      {
        code: 'orders',
        name: 'Order line',
        direction: 'inbound',
        timezone: 'Europe/Rome',
        currency: 'EUR',
        grossMargin: 0.5,
        otherCostPerCall: 0.4,
        requiredMargin: { perCall: 0.5 },
        serviceLevel: { seconds: 20, target: 0.8, abandons: 'ignored' },
        shortAbandonSeconds: 5,
        repeatWindowDays: 7,
        goLive: new Date('2026-03-07T00:00:00Z'),
        ...over.program,
      },
    ],
    contracts: [contractText(over.contract)],
    outcomes: [{ vendor: 'norte', map: { OK: 'sale', FAX: 'bad_number' } }],
    ...over.root,
  };
}

/** Its contract alone. */
export function contractText(over: object = {}) {
  return {
    vendor: 'norte',
    program: 'orders',
    from: new Date('2026-01-01T00:00:00Z'),
    to: null,
    currency: 'EUR',
    timezone: 'Europe/Madrid',
    rating: {
      billable: 'handled',
      basis: 'connected',
      initialSeconds: 30,
      incrementSeconds: 6,
      excludeShorterThanSeconds: 0,
      windows: [],
    },
    charges: [{ kind: 'per_call', rate: '3.60' }],
    vendorCost: {
      agentHourly: { value: '14.00', low: '12.50', high: '16.00' },
      load: 1.35,
      occupancy: 0.8,
      shrinkage: 0.3,
      overheadPerCall: '0',
      targetMargin: 0.1,
    },
    plan: { ahtSeconds: 300, callsPerMonth: 20000, conversion: 0.08 },
    ...over,
  };
}
