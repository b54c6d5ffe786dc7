import { contractsYaml, openSession } from '#views';
import { download } from '../../../_request/download.ts';
import { problem } from '../../../_request/problem.ts';

/** Every contract as the part of a declaration that `apply` reads. */
export async function GET(): Promise<Response> {
  try {
    const text = await contractsYaml(await openSession());
    return download('breakeven-contracts.yaml', text ?? '', 'application/yaml; charset=utf-8');
  } catch (error) {
    return problem(error);
  }
}
