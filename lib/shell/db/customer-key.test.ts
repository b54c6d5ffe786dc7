import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { customerHasher } from './customer-key.ts';

it('is the HMAC of the reference under the hashed key, cut to 128 bits', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string({ unit: 'binary' }), (key, reference) => {
      const own = createHash('sha256').update(key).digest('hex');
      const expected = createHmac('sha256', own).update(reference).digest('hex').slice(0, 32);
      expect(customerHasher(key)(reference)).toBe(expected);
    }),
  );
});
